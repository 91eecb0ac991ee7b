import { useShell, useStores } from './use-stores.tsx'

export type FromHere = 'read' | 'blocked' | 'other'

/** Reads a discovery document as this browser gets it, not as the program does; in the window the two are one machine. */
export function useIssuerReader(): (discovery: string) => Promise<FromHere> {
  const { readIssuer } = useStores()
  const shell = useShell(({ value }) => value)
  const issuer = shell?.program.state === 'running' ? shell.program.issuer : undefined
  const own = issuer === undefined || shell?.kind === 'desktop' ? undefined : new URL(issuer).origin
  return async (discovery) => {
    if (new URL(discovery).origin !== own) return 'other'
    return (await readIssuer(discovery)) ? 'read' : 'blocked'
  }
}

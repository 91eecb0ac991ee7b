import { type FromHere, readFromHere } from '../bridge/read-issuer.ts'
import { useShell } from './use-stores.tsx'

export type { FromHere } from '../bridge/read-issuer.ts'

/** Reads a discovery document as this browser gets it, not as the program does. */
export function useIssuerReader(): (discovery: string) => Promise<FromHere> {
  const shell = useShell(({ value }) => value)
  const issuer = shell?.program.state === 'running' ? shell.program.issuer : undefined
  return async (discovery) =>
    issuer === undefined ? 'other' : readFromHere(discovery, issuer, shell?.kind === 'desktop')
}

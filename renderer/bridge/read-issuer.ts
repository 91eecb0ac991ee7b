/** What this very browser gets at an address, which may be elsewhere than the program: before a container, behind a proxy. */
export type FromHere = 'read' | 'blocked' | 'other'

/** The screens' policy lets them call their own issuer and nobody else; in the window they may call nobody. */
export async function readFromHere(discovery: string, issuer: string, isDesktop: boolean): Promise<FromHere> {
  if (isDesktop || new URL(discovery).origin !== new URL(issuer).origin) return 'other'
  try {
    const response = await fetch(discovery, { credentials: 'omit', cache: 'no-store' })
    return response.ok ? 'read' : 'blocked'
  } catch {
    return 'blocked'
  }
}

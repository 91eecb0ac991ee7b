/** Cookies know no ports: without its own names, another issuer on localhost would end this one's sessions. */
export function cookieNames(issuer: string): { session: string; interaction: string; resume: string } {
  const prefix = cookiePrefix(issuer)
  return { session: `${prefix}_session`, interaction: `${prefix}_interaction`, resume: `${prefix}_resume` }
}

export function cookiePrefix(issuer: string): string {
  const { port, protocol } = new URL(issuer)
  return `valetkey_${port || protocol.slice(0, -1)}`
}

/** Behind a proxy the issuer may live below a path; addresses that a browser is sent to begin with it. */
export function mountOf(issuer: string): string {
  return new URL(issuer).pathname.replace(/\/$/, '')
}

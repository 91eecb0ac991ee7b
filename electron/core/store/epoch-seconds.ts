/** Now, as JWTs, oidc-provider and the tables count it. */
export function epochSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

/** The address as the list has room for it: the issuer's own without the part that they all begin with. */
export function shortAddress(url: string, issuer: string | undefined): string {
  const address = URL.parse(url)
  if (address === null || address.origin !== originOf(issuer)) return url
  return address.pathname + address.search
}

function originOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : URL.parse(address)?.origin
}

export function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? url
}

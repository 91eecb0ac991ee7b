/**
 * Whether this very browser reads the issuer's discovery document. It may be elsewhere than the program: before a
 * container, behind a proxy. The screens' policy lets them call their own issuer and nobody else.
 */
export async function readIssuer(discovery: string): Promise<boolean> {
  try {
    return (await fetch(discovery, { credentials: 'omit', cache: 'no-store' })).ok
  } catch {
    return false
  }
}

import { createHash } from 'node:crypto'

import { Provider } from 'oidc-provider'

const UNRESERVED = /^[A-Za-z0-9\-._~]*$/
/** As RFC 7636 section 4.1 bounds it, padding and the standard alphabet of base64 let in. */
const BASE64_VERIFIER = /^[A-Za-z0-9\-._~+/]{43,128}={0,2}$/

interface Code {
  codeChallenge?: string | undefined
}

/**
 * A verifier is made of unreserved characters (RFC 7636 section 4.1), and oidc-provider holds clients to it. Some in
 * the field send plain base64. What hashes to the challenge proves the same, so it is put in words that the library
 * takes: a stand-in for the verifier, and for this look-up alone the challenge that fits the stand-in.
 */
export function acceptBase64Verifiers(provider: Provider): void {
  const model = provider.AuthorizationCode as unknown as {
    find(value: string, options?: object): Promise<Code | undefined>
  }
  const find = model.find.bind(model)
  model.find = async (value, options) => {
    const code = await find(value, options)
    const params = Provider.ctx?.oidc.route === 'token' ? Provider.ctx.oidc.params : undefined
    const verifier = params?.['code_verifier']
    if (
      code?.codeChallenge &&
      params &&
      typeof verifier === 'string' &&
      isForeign(verifier) &&
      s256(verifier) === code.codeChallenge
    ) {
      params['code_verifier'] = code.codeChallenge
      code.codeChallenge = s256(code.codeChallenge)
    }
    return code
  }
}

function isForeign(verifier: string): boolean {
  return !UNRESERVED.test(verifier) && BASE64_VERIFIER.test(verifier)
}

function s256(value: string): string {
  return createHash('sha256').update(value).digest('base64url')
}

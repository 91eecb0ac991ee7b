import { describe, expect, it } from 'vitest'

import { checkMembers, checkUses } from './offer.ts'
import { METADATA } from './testing/fake-issuer.ts'

describe('what metadata leave out', () => {
  it.each([
    [{ grants: ['authorization_code'] }, undefined],
    [
      { grants: ['client_credentials'] },
      'This issuer does not offer client_credentials: its metadata leave out grant_types_supported, which means authorization_code and implicit.',
    ],
    [{ responseMode: 'fragment' }, undefined],
    [{ responseMode: 'form_post' }, /leave out response_modes_supported, which means query and fragment/],
    [{ authMethod: 'client_secret_basic' }, undefined],
    [{ authMethod: 'private_key_jwt' }, /which means client_secret_basic/],
    [{ responseType: 'code id_token' }, undefined],
    [{ scope: 'openid' }, undefined],
  ])('is taken as RFC 8414 says: %o', (uses, words) => {
    const found = checkUses(uses, METADATA)
    if (words instanceof RegExp) expect(found).toMatch(words)
    else expect(found).toBe(words)
  })
})

describe('what metadata say', () => {
  const issuer = {
    ...METADATA,
    grant_types_supported: ['client_credentials'],
    response_types_supported: ['code', 'code id_token'],
    scopes_supported: ['openid'],
  }

  it.each([
    [{ grants: ['client_credentials'] }, undefined],
    [
      { grants: ['authorization_code'] },
      'This issuer does not offer authorization_code: it is not among its grant_types_supported.',
    ],
    [{ responseType: 'id_token code' }, undefined],
    [{ responseType: 'token' }, 'This issuer does not offer token: it is not among its response_types_supported.'],
    [{ scope: 'offline_access' }, /offline_access: it is not among its scopes_supported/],
    [{ acr: 'mfa' }, undefined],
  ])('goes: %o', (uses, words) => {
    const found = checkUses(uses, issuer)
    if (words instanceof RegExp) expect(found).toMatch(words)
    else expect(found).toBe(words)
  })

  it('needs an address for what is sent somewhere', () => {
    const { token_endpoint: _token, authorization_endpoint: _authorize, ...rest } = issuer
    const bare = rest as unknown as typeof issuer
    expect(checkUses({ grants: ['client_credentials'] }, bare)).toMatch(/have no token_endpoint/)
    expect(checkUses({ responseType: 'code' }, bare)).toMatch(/have no authorization_endpoint/)
    expect(checkMembers(['end_session_endpoint', 'made_up'], issuer)).toMatch(/have no made_up/)
  })

  it('does not matter at an issuer that nothing is known of', () => {
    expect(checkUses({ grants: ['password'] }, undefined)).toBeUndefined()
    expect(checkMembers(['made_up'], undefined)).toBeUndefined()
  })
})

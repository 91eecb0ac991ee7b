import { expect, it } from 'vitest'

import type { ClientView } from '#shared/contract/calls/clients.ts'
import { encodeText } from '#shared/tokens/base64url.ts'
import { parseCompact } from '#shared/tokens/token.ts'

import { suggestKeys } from './suggest-keys.ts'

const META = { origin: 'config', createdAt: 0, updatedAt: 0 }
const CLIENTS: readonly ClientView[] = [
  { client_id: 'with-keys', jwks: { keys: [{ kty: 'EC' }] }, meta: META },
  { client_id: 'with-address', jwks_uri: 'http://localhost:9/jwks', meta: META },
]
const KNOWN = { issuer: 'http://localhost:4400', clients: CLIENTS }

function suggest(header: object, claims: object, kind = 'jwt') {
  const token = parseCompact(`${encodeText(JSON.stringify(header))}.${encodeText(JSON.stringify(claims))}.c2ln`)
  if (token?.type !== 'jws') throw new Error('no JWS')
  return suggestKeys(token, kind, KNOWN)
}

const ES256 = { alg: 'ES256' }

it('takes this issuer for what it made, and for what does not say', () => {
  expect(suggest(ES256, { iss: 'http://localhost:4400' })).toEqual({ from: 'issuer' })
  expect(suggest(ES256, {})).toEqual({ from: 'issuer' })
})

it('takes the keys that a client has registered for what the client made', () => {
  expect(suggest(ES256, { iss: 'with-keys' })).toMatchObject({
    from: 'key',
    key: expect.stringContaining('"EC"') as string,
  })
  expect(suggest(ES256, { iss: 'with-address' })).toEqual({ from: 'address', address: 'http://localhost:9/jwks' })
})

it('names the address of another issuer, which nobody has asked to be fetched', () => {
  expect(suggest(ES256, { iss: 'https://other.example' })).toEqual({
    from: 'address',
    address: 'https://other.example',
  })
})

it('takes the key in the header of a DPoP proof, and of nothing else', () => {
  const header = { alg: 'ES256', jwk: { kty: 'EC' } }
  expect(suggest(header, {}, 'dpop-proof').from).toBe('key')
  expect(suggest(header, {}, 'id-token').from).toBe('issuer')
})

it('asks for the secret of an HMAC', () => {
  expect(suggest({ alg: 'HS256' }, { iss: 'http://localhost:4400' })).toEqual({ from: 'secret' })
})

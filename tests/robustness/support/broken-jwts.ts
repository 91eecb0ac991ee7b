/** Every way a JWT can be wrong: as text, by its signature, by its header, by its claims. */
import * as fc from 'fast-check'

import { encode, type Parts, signJwt } from './signer.ts'
import { wildText } from './wild.ts'

const HEADER_MEMBERS = [
  'alg',
  'kid',
  'typ',
  'crit',
  'b64',
  'zip',
  'jwk',
  'jku',
  'x5c',
  'x5u',
  'cty',
  'enc',
  'epk',
  'p2c',
  '__proto__',
]
const CLAIMS = [
  'iss',
  'sub',
  'aud',
  'exp',
  'nbf',
  'iat',
  'jti',
  'htm',
  'htu',
  'ath',
  'nonce',
  'client_id',
  'scope',
  'redirect_uri',
  'response_type',
  'response_mode',
  'claims',
  'max_age',
  'prompt',
  'acr_values',
  'login_hint',
  'resource',
  'audience',
  'request',
  'request_uri',
  'authorization_details',
  'code_challenge',
  'code_challenge_method',
  'state',
  'id_token_hint',
  'dpop_jkt',
  'ui_locales',
  '__proto__',
  'constructor',
]

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  wildText,
  fc.constantFrom<unknown>(
    null,
    {},
    [],
    [null],
    [[]],
    -1,
    0,
    1e308,
    2 ** 53,
    true,
    '',
    'none',
    'dir',
    'HS256',
    'RS1',
    'PBES2-HS256+A128KW',
    { kty: 'oct', k: '' },
  ),
  fc.constantFrom<unknown>(
    { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' },
    { kty: 'RSA', n: '', e: '' },
    { kty: 'EC', d: 'AA' },
    ['b64'],
    ['nothing'],
    [{}],
  ),
)

/** One damage to a genuine token, of which the parts are known so that it can be signed again. */
export function brokenJwt(parts: Parts): fc.Arbitrary<string> {
  const genuine = signJwt(parts)
  const { header, payload } = parts as { header: object; payload: object }
  const badHeader = member(HEADER_MEMBERS).map((change) => ({ ...header, ...change }))
  const badPayload = member(CLAIMS).map((change) => ({ ...payload, ...change }))
  return fc.oneof(
    brokenText(genuine),
    badHeader.map((changed) => signJwt({ header: changed, payload })),
    badPayload.map((changed) => signJwt({ header, payload: changed })),
    odd.map((changed) => signJwt({ header: changed, payload })),
    odd.map((changed) => signJwt({ header, payload: changed })),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => signJwt({ header, payload: bytes })),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => signJwt({ header: bytes, payload })),
    fc.constantFrom(
      signJwt(parts, 'stranger'),
      unsigned({ ...header, alg: 'none' }, payload),
      unsigned({ ...header, alg: 'nOnE' }, payload),
      signJwt({ header, payload: { ...payload, filler: 'x'.repeat(5000) } }),
      signJwt({ header: { ...header, b64: false, crit: ['b64'] }, payload }),
      signJwt({ header: { ...header, zip: 'DEF' }, payload }),
      signJwt({ header: { ...header, alg: 'HS256' }, payload }),
    ),
  )
}

/** Damage to one whose key nobody here has: an ID token, an access token, or an opaque one. */
export function brokenText(genuine: string): fc.Arbitrary<string> {
  const [header = '', payload = '', signature = ''] = genuine.split('.')
  return fc.oneof(
    fc.nat({ max: genuine.length }).map((length) => genuine.slice(0, length)),
    fc
      .tuple(fc.nat({ max: Math.max(0, genuine.length - 1) }), fc.string({ minLength: 1, maxLength: 1 }))
      .map(([at, letter]) => genuine.slice(0, at) + letter + genuine.slice(at + 1)),
    fc
      .array(fc.constantFrom(header, payload, signature, '', 'e30', 'eyJhbGciOiJub25lIn0', 'bnVsbA', '!'), {
        maxLength: 6,
      })
      .map((all) => all.join('.')),
    odd.map((changed) => `${encode(changed)}.${payload}.${signature}`),
    odd.map((changed) => `${header}.${encode(changed)}.${signature}`),
    fc.constantFrom(
      genuine.repeat(8),
      `${genuine}.${'e30.'.repeat(200)}`,
      `${genuine}=`,
      ` ${genuine}`,
      `${genuine}\u0000`,
    ),
    wildText,
  )
}

function unsigned(header: object, payload: object): string {
  return `${encode(header)}.${encode(payload)}.`
}

function member(names: readonly string[]): fc.Arbitrary<object> {
  return fc
    .tuple(fc.constantFrom(...names), odd)
    .map(([name, value]) => JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'}}`) as object)
}

import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { rfc } from '../specs.ts'

/** What stands before the first dot of a JWT. */
export const JOSE_HEADER = buildEntries('parameter', ['JOSE header'], {
  alg: {
    title: 'Algorithm',
    summary: 'How the JWT is signed.',
    detail: rich`Whoever checks decides which ones will do, and never takes {none}: a token must not choose how it is checked.`,
    specs: [rfc(7515, '4.1.1'), rfc(8725, '3.1')],
  },
  kid: {
    title: 'Key ID',
    summary: "The name of the key in the signer's key set.",
    detail: rich`When it is unknown, fetch the key set again once: the keys may have been rotated.`,
    specs: [rfc(7515, '4.1.4')],
  },
  typ: {
    title: 'Type',
    summary: 'What kind of JWT it is.',
    detail: rich`{at+jwt} is an access token, {dpop+jwt} a DPoP proof, {logout+jwt} a logout token; an ID token mostly has none or {JWT}. Checking it keeps one kind from passing for another.`,
    specs: [rfc(7515, '4.1.9'), rfc(8725, '3.11'), rfc(9068, '2.1')],
  },
  jwk: {
    title: 'Public key',
    summary: 'The public key that the JWT is signed with, carried along, as in a DPoP proof.',
    detail: rich`It must never hold the private part.`,
    specs: [rfc(7515, '4.1.3'), rfc(9449, '4.2')],
  },
  cty: { summary: 'What kind of content the JWT holds.', specs: [rfc(7515, '4.1.10')] },
  crit: { summary: 'Header members that must be understood, or the JWT is refused.', specs: [rfc(7515, '4.1.11')] },
  x5c: { summary: 'The certificates of the key, as a chain.', specs: [rfc(7515, '4.1.6')] },
  jku: {
    summary: 'An address of a key set.',
    detail: rich`Following it means taking whatever key the sender likes. Use the key set that is known of the signer.`,
    specs: [rfc(7515, '4.1.2'), rfc(8725, '3.10')],
  },
})

/** Members of a JSON Web Key, as the key set and a client's `jwks` have them. */
export const JSON_WEB_KEY = buildEntries('parameter', ['key'], {
  keys: { summary: 'The keys of the set, as a list.', specs: [rfc(7517, '5.1')] },
  kty: { title: 'Key type', summary: 'The family of the key: RSA, EC or OKP.', specs: [rfc(7517, '4.1')] },
  use: { summary: 'What the key is for: sig for signatures.', specs: [rfc(7517, '4.2')] },
  key_ops: { summary: 'What may be done with the key, more exactly than use says.', specs: [rfc(7517, '4.3')] },
  alg: { title: 'Algorithm', summary: 'The one algorithm that the key is for.', specs: [rfc(7517, '4.4')] },
  kid: {
    title: 'Key ID',
    summary: 'The name by which a JWT says which key it was signed with.',
    specs: [rfc(7517, '4.5')],
  },
  n: { title: 'Modulus', summary: 'The larger number of an RSA public key.', specs: [rfc(7518, '6.3.1.1')] },
  e: { title: 'Exponent', summary: 'The smaller number of an RSA public key.', specs: [rfc(7518, '6.3.1.2')] },
  crv: {
    title: 'Curve',
    summary: 'The curve of the key: P-256, or Ed25519 for EdDSA.',
    specs: [rfc(7518, '6.2.1.1'), rfc(8037, '2')],
  },
  x: { summary: 'The point on the curve, or the first half of it.', specs: [rfc(7518, '6.2.1.2'), rfc(8037, '2')] },
  y: { summary: 'The second half of the point on the curve.', specs: [rfc(7518, '6.2.1.3')] },
  d: {
    title: 'Private part',
    summary: 'The private part of the key, which nobody else may ever see.',
    detail: rich`A key set that is published must not have it. One that had it is burnt: make a new key.`,
    specs: [rfc(7518, '6.2.2.1'), rfc(7518, '6.3.2.1')],
  },
  k: { title: 'Secret', summary: 'The value of a symmetric key, which must stay secret.', specs: [rfc(7518, '6.4.1')] },
})

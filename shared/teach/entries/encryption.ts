import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { rfc } from '../specs.ts'

/** What stands before the first dot of an encrypted token. */
export const ENCRYPTION_HEADER = buildEntries('parameter', ['JWE header'], {
  alg: {
    title: 'Key management',
    summary: 'How the key for the content is encrypted or agreed on; enc says how the content is.',
    detail: rich`{RSA-OAEP} and {ECDH-ES} take the public key of whoever it is for, {dir} and {A128KW} a secret that both share.`,
    specs: [rfc(7516, '4.1.1'), rfc(7518, '4.1')],
  },
  enc: {
    title: 'Content encryption',
    summary: 'How the content is encrypted; alg says how the key for it is.',
    detail: rich`{A256GCM} and {A128CBC-HS256} both notice a change. Without {enc} a token is not encrypted.`,
    specs: [rfc(7516, '4.1.2'), rfc(7518, '5.1')],
  },
  zip: {
    title: 'Compression',
    summary: 'The content was compressed before it was encrypted.',
    detail: rich`The length of what was compressed may tell something of it.`,
    specs: [rfc(7516, '4.1.3'), rfc(8725, '3.6')],
  },
  epk: {
    title: 'Ephemeral public key',
    summary: 'The public key that the sender made for this one token.',
    detail: rich`From it and the own private key the recipient makes the key that the sender made, too.`,
    specs: [rfc(7518, '4.6.1.1')],
  },
  apu: { summary: 'Something about the sender that the key is made from.', specs: [rfc(7518, '4.6.1.2')] },
  apv: { summary: 'Something about the recipient that the key is made from.', specs: [rfc(7518, '4.6.1.3')] },
  p2s: {
    title: 'Salt',
    summary: 'The salt with which the key is made from a password.',
    specs: [rfc(7518, '4.8.1.1')],
  },
  p2c: {
    title: 'Rounds',
    summary: 'How many rounds it takes to make the key from a password.',
    detail: rich`A high number keeps whoever opens the token busy: bound it.`,
    specs: [rfc(7518, '4.8.1.2'), rfc(8725, '2.8')],
  },
  iv: { summary: 'The start value with which the key was encrypted.', specs: [rfc(7518, '4.7.1.1')] },
  tag: { summary: 'By which a change of the encrypted key is noticed.', specs: [rfc(7518, '4.7.1.2')] },
})

/** What a signed token seldom has. */
export const RARE_HEADER = buildEntries('parameter', ['JOSE header', 'JWE header'], {
  x5u: {
    summary: 'An address of the certificate of the key.',
    detail: rich`As with {jku}: following it means taking whatever key the sender likes.`,
    specs: [rfc(7515, '4.1.5'), rfc(8725, '3.10')],
  },
  x5t: { summary: "The SHA-1 thumbprint of the key's certificate.", specs: [rfc(7515, '4.1.7')] },
  'x5t#S256': { summary: "The SHA-256 thumbprint of the key's certificate.", specs: [rfc(7515, '4.1.8')] },
  b64: {
    summary: 'false: the payload stands as it is, and not in base64url.',
    specs: [rfc(7797, '3')],
  },
})

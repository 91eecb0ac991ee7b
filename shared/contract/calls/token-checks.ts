import * as z from 'zod'

import { defineCall } from './call.ts'
import { epochSeconds } from './common.ts'

const MEGABYTE = 1024 * 1024

const token = z
  .string()
  .min(1)
  .max(MEGABYTE)
  .meta({ description: 'In its compact form: three parts for a JWS, five for a JWE.' })

const key = z
  .string()
  .min(1)
  .max(MEGABYTE)
  .meta({ description: 'A JWK or a set of them as JSON, or PEM: a public key, a certificate, a private key.' })

const secret = z.strictObject({
  from: z.literal('secret'),
  secret: z.string().min(1).max(10_000),
  encoding: z.enum(['utf-8', 'base64url']).meta({ description: 'How the text stands for the bytes of the secret.' }),
})

const keySource = z
  .discriminatedUnion('from', [
    z.strictObject({ from: z.literal('issuer') }),
    z.strictObject({
      from: z.literal('address'),
      address: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .meta({ description: 'Of a key set, a discovery document or an issuer.' }),
    }),
    z.strictObject({ from: z.literal('key'), key }),
    secret,
  ])
  .meta({ description: 'Where the keys are. issuer: this one’s own.' })

export type KeySource = z.output<typeof keySource>

const ownSource = z.discriminatedUnion('from', [z.strictObject({ from: z.literal('key'), key }), secret])

export type OwnKeySource = z.output<typeof ownSource>

const keyFacts = z
  .object({
    kid: z.string().optional(),
    kty: z.string().meta({ description: 'The key type; oct for a secret.' }),
    crv: z.string().optional(),
    alg: z.string().optional(),
    use: z.string().optional(),
    thumbprint: z.string().optional().meta({ description: 'RFC 7638, SHA-256. Not of a secret.' }),
    state: z.enum(['active', 'retiring']).optional().meta({ description: 'Of a key of this issuer.' }),
    retiredAt: epochSeconds.optional().meta({ description: 'Since when a retiring key signs no more.' }),
    retiresAt: epochSeconds.optional().meta({ description: 'When a retiring key is dropped.' }),
  })
  .meta({ id: 'keyFacts', title: 'Key facts', description: 'What can be told of a key without showing it.' })

export type KeyFacts = z.output<typeof keyFacts>

export const VERIFY_FAILURES = [
  'not signed',
  'alg none',
  'no alg',
  'unsupported alg',
  'unsupported crit',
  'address unreachable',
  'address refused',
  'no key set',
  'no keys',
  'key unreadable',
  'key refused',
  'no such kid',
  'wrong key type',
  'wrong alg',
  'payload altered',
  'signed by another key',
  'signature wrong',
  'public key as secret',
] as const

export type VerifyFailure = (typeof VERIFY_FAILURES)[number]

const verdict = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('holds'),
      alg: z.string(),
      key: keyFacts,
      /** A key of the set that the header does not name. */
      isOtherKid: z.boolean(),
      source: z.string(),
      issuer: z.string().optional(),
    }),
    z.object({
      outcome: z.literal('fails'),
      reason: z.enum(VERIFY_FAILURES),
      alg: z.string().optional(),
      kid: z.string().optional(),
      source: z.string().meta({ description: 'Where the keys came from.' }),
      issuer: z.string().optional().meta({ description: 'Which issuer the discovery document is of.' }),
      keys: z.array(keyFacts).meta({ description: 'The keys that there were, up to 50.' }),
      key: keyFacts.optional().meta({ description: 'The one that was tried, or that the header names.' }),
      detail: z.string().optional().meta({ description: 'What the network or the key’s own reader said.' }),
    }),
  ])
  .meta({ id: 'tokenVerdict', title: 'Verdict', description: 'Whether a signature holds, and if not, why.' })

export type Verdict = z.output<typeof verdict>

export const DECRYPT_FAILURES = [
  'not encrypted',
  'unsupported alg',
  'key unreadable',
  'wrong key type',
  'not decrypted',
] as const

export type DecryptFailure = (typeof DECRYPT_FAILURES)[number]

const decryption = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('decrypted'),
      plaintext: z.string(),
      key: keyFacts,
      isDerived: z
        .boolean()
        .meta({ description: 'The key was made from the secret as OpenID Connect Core 10.2 says.' }),
    }),
    z.object({
      outcome: z.literal('fails'),
      reason: z.enum(DECRYPT_FAILURES),
      alg: z.string().optional(),
      key: keyFacts.optional(),
      detail: z.string().optional(),
    }),
  ])
  .meta({ id: 'tokenDecryption', title: 'Decryption', description: 'What a JWE holds, or why it could not be opened.' })

export type Decryption = z.output<typeof decryption>

export const tokenCheckCalls = {
  'tokens.verify': defineCall({
    description: 'Verify the signature of a token',
    input: z.strictObject({
      verification: z.strictObject({
        token,
        unprotected: z
          .record(z.string(), z.unknown())
          .optional()
          .meta({ description: 'Of a JWS in JSON: the header that the signature does not cover.' }),
        keys: keySource,
      }),
    }),
    output: verdict,
    example: { verification: { token: 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln', keys: { from: 'issuer' } } },
  }),
  'tokens.decrypt': defineCall({
    description: 'Decrypt a token',
    input: z.strictObject({ decryption: z.strictObject({ token, keys: ownSource }) }),
    output: decryption,
    example: {
      decryption: {
        token: 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aXY.Y2lwaGVydGV4dA.dGFn',
        keys: { from: 'secret', secret: 'c2VjcmV0LXNlY3JldC0wMQ', encoding: 'base64url' },
      },
    },
  }),
}

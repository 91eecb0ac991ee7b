import * as z from 'zod'

import { SIGNING_ALGS } from '#shared/model/key.ts'

import { defineCall } from './call.ts'
import { epochSeconds, ifVersion, listOf, versioned } from './common.ts'

const kid = z.string().min(1).meta({ description: 'The key’s id.' })
const alg = z.enum(SIGNING_ALGS)

const state = z.enum(['active', 'retiring']).meta({ description: 'active: signs. retiring: is published only.' })

const publicKey = z.looseObject({ kty: z.string() })

const keyView = z
  .object({
    kid,
    alg,
    state,
    createdAt: epochSeconds,
    retiresAt: epochSeconds.optional().meta({ description: 'When it is dropped.' }),
    jwk: publicKey.meta({ description: 'The public key (RFC 7517).' }),
  })
  .meta({
    id: 'keyView',
    title: 'Key',
    description: 'A key that the issuer signs with. The private part is never shown.',
  })

export type KeyView = z.output<typeof keyView>

/** What is wrong with the key itself is told by whoever reads it, who repeats nothing of it. */
const newKey = z
  .strictObject({
    alg: alg.optional().meta({ description: 'Left out: what the given key says, or fits.' }),
    kid: kid.max(200).optional().meta({ description: 'Left out: what the given key says, or a fresh one.' }),
    private_key: z
      .union([z.string(), z.record(z.string(), z.unknown())])
      .optional()
      .meta({ description: 'A private key as JWK (RFC 7517) or PEM. Left out: one is made.' }),
    state: state.optional().meta({
      default: 'active',
      description:
        'active: signs from now on, in place of the one before. retiring: is published, and signs nothing yet.',
    }),
  })
  .meta({ id: 'newKey', title: 'New key' })

const deed = z
  .discriminatedUnion('do', [
    z.strictObject({ do: z.literal('rotate'), alg }),
    z.strictObject({ do: z.literal('create'), key: newKey }),
    z.strictObject({ do: z.literal('activate'), kid }),
    z.strictObject({ do: z.literal('retire'), kid }),
    z.strictObject({ do: z.literal('remove'), kid }),
  ])
  .meta({ id: 'keyDeed', title: 'What is to be done with the keys' })

export type KeyDeed = z.output<typeof deed>

const jwks = z.object({ keys: z.array(publicKey) })

const keyPreview = z
  .object({
    before: jwks.meta({ description: 'What /jwks answers now.' }),
    after: jwks.meta({ description: 'What it would answer. A key that is made has no members yet but its kind.' }),
    effects: z.array(z.string()).meta({ description: 'What applications and APIs would see change, in words.' }),
    isPossible: z.boolean().meta({ description: 'False: it would be refused, and the effects say why.' }),
  })
  .meta({ id: 'keyPreview', title: 'What it would change', description: 'For whoever verifies tokens of this issuer.' })

export type KeyPreview = z.output<typeof keyPreview>

const usage = z
  .object({
    items: z.array(z.object({ kid, tokens: z.int().meta({ description: 'JWTs that are good now.' }) })),
    isComplete: z.boolean().meta({ description: 'False: only the last tokens were looked at.' }),
  })
  .meta({ id: 'keyUsage', title: 'Living tokens by key', description: 'Of those that were recorded.' })

export const keyCalls = {
  'keys.list': defineCall({ description: 'List signing keys', input: z.strictObject({}), output: listOf(keyView) }),
  'keys.get': defineCall({
    description: 'Get a signing key',
    input: z.strictObject({ kid }),
    output: versioned(keyView),
  }),
  'keys.create': defineCall({
    description: 'Add a key, made here or brought along',
    input: z.strictObject({ key: newKey }),
    output: versioned(keyView),
    example: { key: { alg: 'ES256', state: 'retiring' } },
  }),
  'keys.rotate': defineCall({
    description: 'Make a new key that signs from now on',
    input: z.strictObject({ rotation: z.strictObject({ alg }) }),
    output: versioned(keyView),
    example: { rotation: { alg: 'RS256' } },
  }),
  'keys.activate': defineCall({
    description: 'Sign with a published key from now on, in place of the one before',
    input: z.strictObject({ kid, ifVersion }),
    output: versioned(keyView),
  }),
  'keys.retire': defineCall({
    description: 'Let a key sign no more; another one takes over',
    input: z.strictObject({ kid, ifVersion }),
    output: versioned(keyView),
  }),
  'keys.remove': defineCall({
    description: 'Drop a retiring key before its time',
    input: z.strictObject({ kid, ifVersion }),
    output: z.object({
      refusedUntil: epochSeconds
        .optional()
        .meta({ description: 'When the last token that it signed would have expired.' }),
      refused: z.string().meta({ description: 'What is refused from now on, in words.' }),
    }),
  }),
  'keys.preview': defineCall({
    description: 'Say what would change for whoever verifies tokens, without doing it',
    input: z.strictObject({ deed }),
    output: keyPreview,
    example: { deed: { do: 'rotate', alg: 'RS256' } },
  }),
  'keys.usage': defineCall({
    description: 'Count the living tokens that each key has signed',
    input: z.strictObject({}),
    output: usage,
  }),
}

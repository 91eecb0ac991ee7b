import * as z from 'zod'

import { SIGNING_ALGS } from '#shared/model/key.ts'

import { defineCall } from './call.ts'
import { epochSeconds, ifVersion, listOf, versioned } from './common.ts'

const kid = z.string().min(1).meta({ description: 'The key’s id.' })
const alg = z.enum(SIGNING_ALGS)

const keyView = z
  .object({
    kid,
    alg,
    state: z.enum(['active', 'retiring']).meta({ description: 'active: signs. retiring: is published only.' }),
    createdAt: epochSeconds,
    retiresAt: epochSeconds.optional().meta({ description: 'When it is dropped.' }),
    jwk: z.looseObject({ kty: z.string() }).meta({ description: 'The public key (RFC 7517).' }),
  })
  .meta({
    id: 'keyView',
    title: 'Key',
    description: 'A key that the issuer signs with. The private part is never shown.',
  })

export type KeyView = z.output<typeof keyView>

export const keyCalls = {
  'keys.list': defineCall({ description: 'List signing keys', input: z.strictObject({}), output: listOf(keyView) }),
  'keys.get': defineCall({
    description: 'Get a signing key',
    input: z.strictObject({ kid }),
    output: versioned(keyView),
  }),
  'keys.rotate': defineCall({
    description: 'Make a new key that signs from now on',
    input: z.strictObject({ rotation: z.strictObject({ alg }) }),
    output: versioned(keyView),
    example: { rotation: { alg: 'RS256' } },
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
}

import * as z from 'zod'

import { SIGNING_ALGS } from '#shared/model/key.ts'

import { address, nonEmptyText, seconds } from './text.ts'

const identifier = address(
  /^[A-Za-z][A-Za-z0-9+.-]*:[^\s#]+$/,
  'an absolute URI without fragment such as https://organizer.test/api (RFC 8707 section 2)',
)

const scopeSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, {
      error: 'one scope: printable ASCII without spaces, quotes and backslashes (RFC 6749 section 3.3)',
    })
    .meta({ description: 'As requests and tokens spell it.', examples: ['read:contacts'] }),
  description: nonEmptyText.optional().meta({
    description: 'As the consent page says it to the user.',
    examples: ['Read your contacts'],
  }),
})

export const apiSchema = z
  .strictObject({
    identifier: identifier.meta({
      description: 'What requests name by resource or audience, and what tokens carry in aud.',
      examples: ['https://organizer.test/api'],
    }),
    name: nonEmptyText.optional().meta({ description: 'As pages show it. Left out: the identifier.' }),
    tokenFormat: z.enum(['jwt', 'opaque']).optional().meta({
      default: 'jwt',
      description: 'jwt: signed, read by the API itself (RFC 9068). opaque: looked up by introspection (RFC 7662).',
    }),
    signingAlg: z.enum(SIGNING_ALGS).optional().meta({
      default: 'RS256',
      description: 'What JWT access tokens are signed with.',
    }),
    tokenLifetime: seconds.optional().meta({ description: 'Seconds. Left out: lifetimes.accessToken.' }),
    scopes: z.array(scopeSchema).optional().meta({ description: 'What a token may be allowed to do here.' }),
    authorizationDetailsTypes: z
      .array(nonEmptyText)
      .optional()
      .meta({
        default: [],
        description: 'The types that it understands in authorization_details (RFC 9396).',
        examples: [['appointment_booking']],
      }),
  })
  .meta({ id: 'api', title: 'API', description: 'A resource server that accepts the access tokens of this issuer.' })

export type ApiFile = z.input<typeof apiSchema>

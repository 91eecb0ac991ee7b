import * as z from 'zod'

import { nonEmptyText } from './text.ts'

/** OpenID Connect Core section 2: a `sub` is at most 255 ASCII characters. */
const username = z
  .string()
  .max(255)
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/, {
    error: 'printable ASCII without a space at either end, since it is also the sub claim',
  })

/** RFC 4226 section 4 asks for 128 bits; 80, which authenticator apps long made, is let through. */
const totpSecret = z
  .string()
  .regex(/^[A-Za-z2-7]{16,}=*$/, { error: '16 or more characters of base32 (A to Z, 2 to 7)' })

const LONGEST_PASSWORD = 1000

export const userSchema = z
  .strictObject({
    username: username.meta({
      description: 'The name to sign in with; also the sub claim.',
      examples: ['alice'],
    }),
    password: nonEmptyText
      .max(LONGEST_PASSWORD)
      .optional()
      .meta({ description: 'Left out: the user name. Printed on the sign-in page.' }),
    claims: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({
        description: 'OpenID Connect claims by their names. Those that no standard scope releases come with profile.',
        examples: [{ name: 'Alice Adams', email: 'alice@organizer.test', email_verified: true }],
      }),
    secondFactor: z
      .strictObject({
        totpSecret: totpSecret.meta({ description: 'Secret of time-based one-time passwords (RFC 6238), in base32.' }),
      })
      .optional()
      .meta({ description: 'Left out: the password is enough.' }),
  })
  .meta({ id: 'user', title: 'User', description: 'Someone who can sign in and consent.' })

export type UserFile = z.input<typeof userSchema>

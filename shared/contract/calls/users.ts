import * as z from 'zod'

import { userSchema } from '../user.ts'
import { defineCall } from './call.ts'
import { ifVersion, listOf, mergePatch, revoked, secrets, versioned } from './common.ts'

const username = z
  .string()
  .min(1)
  .meta({ description: 'The user’s name, also the sub.', examples: ['alice'] })

const userView = z
  .object({
    username,
    password: z.string().optional().meta({ description: 'Shown when asked for.' }),
    claims: z.record(z.string(), z.unknown()),
    secondFactor: z.object({ totpSecret: z.string() }).optional().meta({ description: 'Shown when asked for.' }),
    meta: z.object({ hasSecondFactor: z.boolean() }),
  })
  .meta({ id: 'userView', title: 'User', description: 'Someone who can sign in.' })

export type UserView = z.output<typeof userView>

const savedUser = userSchema
  .extend({
    username: userSchema.shape.username.optional(),
    meta: z.unknown().optional().meta({ description: 'As read; ignored.' }),
  })
  .meta({
    id: 'savedUser',
    title: 'User to save',
    description: 'Password and second factor stay as they are when left out; a merge patch with null removes them.',
  })

const claims = { name: 'Dora Doe', email: 'dora@example.test', email_verified: true }

export const userCalls = {
  'users.list': defineCall({ description: 'List users', input: z.strictObject({ secrets }), output: listOf(userView) }),
  'users.get': defineCall({
    description: 'Get a user',
    input: z.strictObject({ username, secrets }),
    output: versioned(userView),
    example: { username: 'alice' },
  }),
  'users.create': defineCall({
    description: 'Add a user',
    input: z.strictObject({
      user: userSchema.extend({ meta: savedUser.shape.meta }).meta({ id: 'newUser', title: 'New user' }),
    }),
    output: versioned(userView),
    example: { user: { username: 'dora', password: 'dora', claims } },
  }),
  'users.replace': defineCall({
    description: 'Replace a user, or add one under this name',
    input: z.strictObject({ username, user: savedUser, ifVersion }),
    output: versioned(userView).extend({ created: z.boolean() }),
    example: { username: 'dora', user: { claims } },
  }),
  'users.change': defineCall({
    description: 'Change members of a user',
    input: z.strictObject({ username, changes: mergePatch, ifVersion }),
    output: versioned(userView),
    example: { username: 'alice', changes: { claims: { roles: ['admin'] } } },
  }),
  'users.remove': defineCall({
    description: 'Delete a user and end their sessions and grants',
    input: z.strictObject({ username, ifVersion }),
    output: z.object({ revoked }),
    example: { username: 'dora' },
  }),
}

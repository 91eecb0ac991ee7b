import * as z from 'zod'

import { userSchema } from '../user.ts'
import { defineCall } from './call.ts'
import { change, epochSeconds, ifVersion, listOf, mergePatch, revoked, secrets, versioned } from './common.ts'

export const IMPORT_OUTCOMES = ['added', 'changed', 'same', 'kept', 'refused'] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

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

const importedRow = z.object({
  index: z.int().meta({ description: 'Its place among what was sent.' }),
  username: z.string().optional(),
  outcome: z.enum(IMPORT_OUTCOMES).meta({ description: 'kept: there already, and left as it is.' }),
  members: z
    .array(z.object({ name: z.string(), change: z.enum(['added', 'changed', 'removed']) }))
    .meta({ description: 'What differs from the user who is there.' }),
  findings: z.array(z.object({ path: z.string(), message: z.string() })).meta({ description: 'Why it is refused.' }),
})

const usersImport = z
  .object({
    applied: z.boolean().meta({ description: 'False for a dry run.' }),
    counts: z.record(z.enum(IMPORT_OUTCOMES), z.int()),
    rows: z.array(importedRow),
    change,
  })
  .meta({ id: 'usersImport', title: 'Import of users', description: 'What became of each, or would.' })

export type UsersImport = z.output<typeof usersImport>
export type ImportedRow = z.output<typeof importedRow>

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
  'users.generate': defineCall({
    description: 'Add users who are made up',
    input: z.strictObject({ count: z.int().min(1).max(100).optional().meta({ default: 10 }) }),
    output: listOf(userView).extend({ change }),
    example: { count: 2 },
  }),
  'users.import': defineCall({
    description: 'Add or replace many users; each that is wrong is refused by itself, and says why',
    input: z.strictObject({
      users: z
        .array(z.unknown())
        .max(50_000)
        .meta({ description: 'As a config file has them. Passwords and second factors that are left out stay.' }),
      existing: z
        .enum(['replace', 'keep'])
        .optional()
        .meta({ default: 'replace', description: 'What becomes of those who are there already.' }),
      dryRun: z.boolean().optional().meta({ description: 'Only say what would happen.' }),
    }),
    output: usersImport,
    example: { users: [{ username: 'erin' }], dryRun: true },
  }),
  'users.oneTimePassword': defineCall({
    description: 'Get the one-time password of this moment',
    input: z.strictObject({ username }),
    output: z.object({
      code: z.string(),
      secondsLeft: z.int().meta({ description: 'Until the next one.' }),
    }),
    example: { username: 'carol' },
  }),
  'users.signIn': defineCall({
    description: 'Make an address that signs the browser which opens it in as this user, once',
    input: z.strictObject({ username }),
    output: z.object({ address: z.string(), expiresAt: epochSeconds }),
    example: { username: 'alice' },
  }),
}

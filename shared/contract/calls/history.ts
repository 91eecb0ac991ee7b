import * as z from 'zod'

import { DOORS } from '#shared/model/history.ts'

import { defineCall } from './call.ts'
import { revoked } from './common.ts'

const KINDS = ['clients', 'apis', 'users', 'keys', 'settings', 'scenarios'] as const

export type ChangedKind = (typeof KINDS)[number]

const id = z.string().min(1).max(100).meta({ description: 'The change’s id.' })

const part = z.object({
  kind: z.enum(KINDS),
  id: z.string().meta({ description: 'Of the client, API, user, key or scenario.' }),
  action: z.enum(['created', 'changed', 'removed']),
  members: z.array(z.string()).meta({ description: 'Which members changed.' }),
})

const summary = {
  id,
  at: z.int().meta({ description: 'Milliseconds since the epoch.' }),
  door: z.enum(DOORS).meta({ description: 'Where it came in.' }),
  call: z.string().meta({ description: 'The call that made it; empty where none was made.' }),
  count: z.int().meta({ description: 'How many clients, APIs, users, keys and settings it changed.' }),
  records: z.int().meta({ description: 'How many tokens, grants and sessions it ended.' }),
}

const entry = z
  .object({ ...summary, parts: z.array(part).meta({ description: 'The first of them.' }) })
  .meta({ id: 'historyEntry', title: 'Change, in short', description: 'One deed: what it changed, when, and how.' })

export type HistoryEntry = z.output<typeof entry>
export type HistoryPart = z.output<typeof part>

const state = z
  .record(z.string(), z.unknown())
  .optional()
  .meta({ description: 'Without secrets; left out where there was nothing.' })

const wholePart = part.extend({ before: state, after: state })

export type WholePart = z.output<typeof wholePart>

/** What a deed would do that has not been done. */
export const changePlan = z
  .object({
    count: z.int().meta({ description: 'How many clients, APIs, users, keys and settings would change.' }),
    parts: z.array(wholePart).meta({ description: 'The first of them, with how each is now and how it would be.' }),
    ended: revoked.meta({ description: 'What would end.' }),
    restored: z.int().meta({ description: 'How many tokens, grants and sessions would come back.' }),
  })
  .meta({ id: 'changePlan', title: 'What would change', description: 'Nothing has changed yet.' })

export type ChangePlan = z.output<typeof changePlan>

const whole = z
  .object({ ...summary, parts: z.array(wholePart) })
  .meta({ id: 'historyChange', title: 'Change', description: 'One deed, with how everything was before and after.' })

export type HistoryChange = z.output<typeof whole>

export const historyCalls = {
  'history.list': defineCall({
    description: 'List what was changed, newest first',
    input: z.strictObject({
      kind: z.enum(KINDS).optional(),
      entity: z.string().max(2000).optional().meta({ description: 'The id of a client, an API, a user or a key.' }),
      door: z.enum(DOORS).optional().meta({ description: 'Where it came in.' }),
      search: z.string().max(200).optional().meta({ description: 'What an id has in it.' }),
      before: id.optional().meta({ description: 'The value of next in the page before.' }),
      limit: z.int().min(1).max(200).optional().meta({ default: 50, description: 'How many at most.' }),
    }),
    output: z.object({ items: z.array(entry), next: z.string().optional() }),
    example: { kind: 'clients', entity: 'calendar-app' },
  }),
  'history.get': defineCall({
    description: 'Get a change, with how everything was before and after',
    input: z.strictObject({ id }),
    output: z.object({ value: whole }),
  }),
  'history.effect': defineCall({
    description: 'Say what putting a change back would change, and what stands against it',
    input: z.strictObject({ id }),
    output: z.object({
      plan: changePlan,
      conflicts: z
        .array(z.object({ kind: z.enum(KINDS), id: z.string() }))
        .meta({ description: 'What has been changed again since; without force it is not put back.' }),
    }),
  }),
  'history.putBack': defineCall({
    description: 'Put everything back that a change has changed, with the tokens that it ended',
    input: z.strictObject({
      id,
      force: z
        .boolean()
        .optional()
        .meta({ description: 'Also what has been changed again since; left out, that is a conflict.' }),
    }),
    output: z.object({ restored: z.int(), records: z.int() }),
  }),
}

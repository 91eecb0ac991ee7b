import * as z from 'zod'

import { DOORS } from '#shared/model/history.ts'

import { defineCall } from './call.ts'

const KINDS = ['clients', 'apis', 'users', 'keys', 'settings'] as const

const id = z.string().min(1).max(100).meta({ description: 'The change’s id.' })

const part = z.object({
  kind: z.enum(KINDS),
  id: z.string().meta({ description: 'Of the client, API, user or key.' }),
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

const whole = z
  .object({ ...summary, parts: z.array(part.extend({ before: state, after: state })) })
  .meta({ id: 'historyChange', title: 'Change', description: 'One deed, with how everything was before and after.' })

export type HistoryChange = z.output<typeof whole>

export const historyCalls = {
  'history.list': defineCall({
    description: 'List what was changed, newest first',
    input: z.strictObject({
      kind: z.enum(KINDS).optional(),
      entity: z.string().max(2000).optional().meta({ description: 'The id of a client, an API, a user or a key.' }),
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

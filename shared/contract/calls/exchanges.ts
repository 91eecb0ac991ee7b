import * as z from 'zod'

import { ENDPOINTS, SENDERS } from '#shared/model/exchange.ts'

import { defineCall } from './call.ts'
import { secrets, versioned } from './common.ts'

const id = z.int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ description: 'The exchange’s number.' })
const text = z.string().max(2000).optional()
const milliseconds = z.int().min(0).optional().meta({ description: 'Milliseconds since the epoch.' })

const filter = {
  client_id: text,
  user: text,
  endpoint: z.enum(ENDPOINTS).optional(),
  status: z.int().min(1).max(599).optional().meta({ description: 'Such as 400, or 4 for all from 400 to 499.' }),
  signIn: text.meta({ description: 'What belongs to one sign-in carries the same value.' }),
  hasError: z.boolean().optional(),
  hasNote: z.boolean().optional().meta({ description: 'Whether a person has written something to it.' }),
  isPinned: z.boolean().optional(),
  mark: z
    .enum(['resent', 'imported'])
    .optional()
    .meta({ description: 'How it came here, where it is not an application’s own.' }),
  actor: z.enum(SENDERS).optional().meta({ description: 'Who sent the request.' }),
  since: milliseconds,
  until: milliseconds,
  search: text.meta({ description: 'Words that all stand in address, parameters, headers or bodies.' }),
}

export const exchangeSelection = {
  ...filter,
  ids: z.array(id).max(10_000).optional().meta({ description: 'These alone.' }),
}

const error = z.object({ code: z.string(), description: z.string().optional(), reason: z.string().optional() })

export const exchangeSummary = z
  .object({
    id: z.int(),
    signIn: z.string().optional(),
    direction: z.enum(['in', 'out']),
    startedAt: z.number(),
    duration: z.number().optional(),
    endpoint: z.enum(ENDPOINTS),
    grantType: z.string().optional(),
    client_id: z.string().optional(),
    user: z.string().optional(),
    method: z.string(),
    url: z.string(),
    status: z.number().optional(),
    error: error.optional(),
    mark: z
      .object({
        kind: z.enum(['resent', 'imported']),
        from: z.string().optional(),
        isResent: z.literal(true).optional(),
      })
      .optional()
      .meta({
        description: 'How it came here, where it is not an application’s own: sent again, or read from a file.',
      }),
    pinned: z.literal(true).optional().meta({ description: 'Stays when others leave by age or count.' }),
    note: z.string().optional(),
  })
  .meta({ id: 'exchangeSummary', title: 'Exchange, in short', description: 'One request and its answer.' })

const body = z.object({
  text: z.string(),
  encoding: z.enum(['utf8', 'base64']),
  size: z.number(),
  truncated: z.boolean(),
})
const headers = z.array(z.tuple([z.string(), z.string()]).readonly()).readonly()

export const exchange = exchangeSummary
  .extend({
    request: z.object({ method: z.string(), url: z.string(), httpVersion: z.string(), headers, body }),
    response: z.union([z.object({ status: z.number(), statusText: z.string(), headers, body }), z.literal('aborted')]),
    handover: z
      .object({
        url: z.string(),
        via: z.enum(['query', 'fragment', 'form_post']),
        parameters: z.record(z.string(), z.string()),
      })
      .optional(),
    remote: z.object({ address: z.string(), port: z.number() }).optional(),
  })
  .meta({ id: 'exchange', title: 'Exchange', description: 'One request and its answer, whole.' })

const row = exchangeSummary
  .extend({
    excerpt: z.string().optional().meta({ description: 'What was searched for, where that is not in the address.' }),
  })
  .meta({ id: 'exchangeRow', title: 'Exchange, as a list shows it', description: 'One request and its answer.' })

const signInSummary = z
  .object({
    signIn: z.string(),
    startedAt: z.number(),
    endedAt: z.number(),
    client_id: z.string().optional(),
    user: z.string().optional(),
    hasTokens: z.boolean().meta({ description: 'Tokens were given out.' }),
    error: z.string().optional().meta({ description: 'The code of the last error in it.' }),
  })
  .meta({ id: 'signInSummary', title: 'Sign-in, in short', description: 'What a sign-in came to.' })

const undo = z.int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ description: 'What exchanges.remove gave.' })

const limit = z.int().min(1).max(500).optional().meta({ default: 100, description: 'How many at most.' })

export const exchangeCalls = {
  'exchanges.list': defineCall({
    description: 'List recorded exchanges, newest first; with after, oldest first',
    input: z.strictObject({ ...filter, before: id.optional(), after: z.int().min(0).optional(), limit }),
    output: z.object({
      items: z.array(exchangeSummary).readonly(),
      next: z.int().optional().meta({ description: 'For before, or after, of the next page.' }),
    }),
    example: { client_id: 'calendar-app', status: 4, limit: 20 },
  }),
  'exchanges.outline': defineCall({
    description: 'Outline the exchanges that fit, newest first: their ids, sign-ins and whether they failed',
    input: z.strictObject({
      ...filter,
      before: id.optional(),
      limit: z.int().min(1).max(50_000).optional().meta({ default: 20_000, description: 'How many at most.' }),
    }),
    output: z.object({
      ids: z
        .array(z.tuple([z.int(), z.int()]).readonly())
        .readonly()
        .meta({ description: 'Runs of ids, each from its newest to its oldest.' }),
      signIns: z.array(z.string()).readonly(),
      signIn: z
        .array(z.int())
        .readonly()
        .meta({ description: 'For each exchange its sign-in: the place in signIns and one, or 0 for none.' }),
      failed: z.array(z.int()).readonly().meta({ description: 'The places of those that have an error.' }),
      next: z.int().optional().meta({ description: 'For before of the next part.' }),
    }),
    example: { client_id: 'calendar-app' },
  }),
  'exchanges.rows': defineCall({
    description: 'List these exchanges in short, with where the words stand that were searched for',
    input: z.strictObject({ ids: z.array(id).max(500).optional(), search: text }),
    output: z.object({ items: z.array(row).readonly() }),
    example: { ids: [1, 2] },
  }),
  'exchanges.signIns': defineCall({
    description: 'Say in short what sign-ins came to',
    input: z.strictObject({ signIns: z.array(z.string().max(2000)).max(200).optional() }),
    output: z.object({ items: z.array(signInSummary).readonly() }),
    example: { signIns: ['4dQj0vJb'] },
  }),
  'exchanges.get': defineCall({
    description: 'Get an exchange, whole',
    input: z.strictObject({ id }),
    output: versioned(exchange),
    example: { id: 1 },
  }),
  'exchanges.remove': defineCall({
    description: 'Delete the exchanges that fit; without a filter, all',
    input: z.strictObject({
      ...exchangeSelection,
      undoable: z.boolean().optional().meta({ description: 'Keep them back for a minute, to be restored.' }),
    }),
    output: z.object({
      removed: z.int(),
      undo: undo.optional().meta({ description: 'For exchanges.restore, when it is undoable.' }),
    }),
    example: { client_id: 'calendar-app' },
  }),
  'exchanges.restore': defineCall({
    description: 'Bring back what was deleted less than a minute ago',
    input: z.strictObject({ undo }),
    output: z.object({ restored: z.int() }),
    example: { undo: 1 },
  }),
  'exchanges.har': defineCall({
    description: 'Export the exchanges that fit as HAR 1.2, oldest first',
    input: z.strictObject({
      ...exchangeSelection,
      secrets,
      limit: z.int().min(1).max(5000).optional().meta({ default: 1000, description: 'How many at most.' }),
    }),
    output: z.looseObject({
      log: z.looseObject({ version: z.literal('1.2'), entries: z.array(z.unknown()).readonly() }),
    }),
    example: { client_id: 'calendar-app' },
  }),
  'exchanges.stats': defineCall({
    description: 'Count what was recorded, dropped and expired',
    input: z.strictObject({}),
    output: z.object({ stored: z.int(), recorded: z.int(), dropped: z.int(), expired: z.int() }),
  }),
}

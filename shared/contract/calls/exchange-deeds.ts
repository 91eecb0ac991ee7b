import * as z from 'zod'

import { LONGEST_NOTE } from '#shared/model/exchange.ts'

import { defineCall } from './call.ts'
import { secrets } from './common.ts'
import { exchangeSelection, exchangeSummary } from './exchanges.ts'
import { draft } from './runs.ts'

const id = z.int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ description: 'The exchange’s number.' })

const annotation = z
  .strictObject({
    pinned: z.boolean().optional().meta({ description: 'A pinned one stays when others leave by age or count.' }),
    note: z.string().max(LONGEST_NOTE).optional().meta({ description: 'Empty: none any more.' }),
  })
  .meta({ id: 'annotation', title: 'Annotation', description: 'What a person says of an exchange.' })

const importReport = z
  .object({
    imported: z.int(),
    leftOut: z.int().meta({ description: 'Entries that are no HTTP.' }),
    signIns: z.int().meta({ description: 'How many sign-ins they were found to be.' }),
    first: z.int().optional().meta({ description: 'The number of the first; left out for a dry run.' }),
    last: z.int().optional(),
  })
  .meta({ id: 'importReport', title: 'Imported traffic' })

export const REPORT_FORMATS = ['markdown', 'html'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** What is done with recorded exchanges, beside reading them. */
export const exchangeDeedCalls = {
  'exchanges.annotate': defineCall({
    description: 'Pin an exchange, or write a note to it',
    input: z.strictObject({ id, annotation }),
    output: exchangeSummary,
    example: { id: 1, annotation: { pinned: true, note: 'Here it went wrong.' } },
  }),
  'exchanges.resend': defineCall({
    description: 'Send the request of an exchange again, as it was or changed',
    input: z.strictObject({ id, draft }),
    output: z.object({
      id: z.int().optional().meta({ description: 'The new exchange; left out when nothing is recorded.' }),
      status: z.int(),
      statusText: z.string(),
    }),
    example: {
      id: 1,
      draft: { method: 'GET', url: 'http://localhost:4400/.well-known/openid-configuration', headers: [] },
    },
  }),
  'exchanges.import': defineCall({
    description: 'Read a HAR file: its entries become exchanges, marked as imported',
    // Read by a validator of its own, whose messages name the place in the file.
    input: z.strictObject({
      har: z.unknown().meta({ description: 'An HTTP Archive 1.2, from Valet Key, a browser, Playwright, mitmproxy…' }),
      file: z.string().max(200).optional().meta({ description: 'The name of the file.' }),
      from: z.int().min(0).optional().meta({
        default: 0,
        description: 'Of a file that is sent in parts: how many entries came in the parts before.',
      }),
      dryRun: z.boolean().optional().meta({ description: 'Only check it.' }),
    }),
    output: importReport,
    example: { har: { log: { version: '1.2', creator: { name: 'example', version: '1' }, entries: [] } } },
  }),
  'exchanges.report': defineCall({
    description: 'Export the exchanges that fit as a document to read, oldest first',
    input: z.strictObject({
      format: z.enum(REPORT_FORMATS).optional().meta({ default: 'markdown' }),
      ...exchangeSelection,
      secrets,
      limit: z.int().min(1).max(2000).optional().meta({ default: 500, description: 'How many at most.' }),
    }),
    output: z.object({ text: z.string(), exchanges: z.int() }),
    example: { format: 'markdown', client_id: 'calendar-app' },
  }),
}

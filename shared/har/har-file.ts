/** HTTP Archive 1.2 as far as it is read here; what browsers and proxies add beside is let through. */
import * as z from 'zod'

import { ENDPOINTS } from '#shared/model/exchange.ts'

/** Entries that are read at once. */
export const MOST_ENTRIES = 5_000

const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'a moment such as 2026-11-20T09:41:07.120Z')
const pair = z.looseObject({ name: z.string(), value: z.string() })

const request = z.looseObject({
  method: z.string().max(100),
  url: z.string().max(262_144),
  httpVersion: z.string().max(100).optional(),
  headers: z.array(pair),
  postData: z
    .looseObject({
      mimeType: z.string().optional(),
      text: z.string().optional(),
      encoding: z.string().optional(),
      params: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })).optional(),
    })
    .optional(),
  bodySize: z.number().optional(),
})

const response = z.looseObject({
  status: z.int().min(0).max(999),
  statusText: z.string().optional(),
  headers: z.array(pair),
  content: z
    .looseObject({
      size: z.number().optional(),
      mimeType: z.string().optional(),
      text: z.string().optional(),
      encoding: z.string().optional(),
    })
    .optional(),
})

const text = z.string().max(20_000)

/** What only our own files have. */
const own = z.object({
  direction: z.enum(['in', 'out']),
  endpoint: z.enum(ENDPOINTS),
  signIn: z.int().min(1).max(1_000_000).optional(),
  grantType: text.optional(),
  client_id: text.optional(),
  user: text.optional(),
  error: z.object({ code: text, description: text.optional(), reason: text.optional() }).optional(),
  handover: z
    .object({
      url: z.string().max(262_144),
      via: z.enum(['query', 'fragment', 'form_post']),
      parameters: z.record(z.string(), z.string()),
    })
    .optional(),
  remote: z.object({ address: z.string().max(100), port: z.int().min(0).max(65_535) }).optional(),
  note: z.string().max(2_000).optional(),
  pinned: z.literal(true).optional(),
  isResent: z.literal(true).optional(),
  unfinished: z.literal(true).optional(),
  url: z.string().max(262_144).optional(),
  sentEncoding: z.literal('base64').optional(),
  sentTruncated: z.literal(true).optional(),
  answeredTruncated: z.literal(true).optional(),
})

const entry = z.looseObject({
  startedDateTime: moment,
  time: z.number().nullish(),
  request,
  response,
  comment: z.string().optional(),
  _valetkey: own.optional(),
})

export const harFile = z.looseObject({
  log: z.looseObject({
    version: z.string().optional(),
    entries: z.array(entry).max(MOST_ENTRIES),
  }),
})

export type HarFile = z.output<typeof harFile>
export type HarEntry = z.output<typeof entry>

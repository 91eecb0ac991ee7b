/** What an exported walkthrough may hold. It comes from a file, which anybody can have written. */
import * as z from 'zod'

import { ACTORS } from '#shared/flows/flow.ts'
import { LESSON_FORMAT, LESSON_VERSION, type Lesson } from '#shared/lessons/lesson.ts'
import { ENTRY_CONTEXTS } from '#shared/teach/contexts.ts'

import { exchange } from './calls/exchanges.ts'

const name = z.string().max(2000)
const text = z.string()
const json = z.unknown()
const actor = z.enum(ACTORS)
const moment = z.number().min(0).max(8.64e15)

/** Links are pressed, so they lead to the web and nowhere else. */
const link = z.object({ label: name, href: z.url({ protocol: /^https?$/, message: 'expected an http address' }) })
const richText = z.array(z.union([text, z.object({ code: text })]))
const headers = z.array(z.tuple([text, text]))
const pairs = z.record(z.string(), text)

const draft = z.object({ method: name, url: text, headers, body: text.optional() })
const answer = z.object({ status: z.int().min(0).max(999), statusText: text, headers, body: text })
const arrival = z.object({ url: text, via: z.enum(['query', 'fragment', 'form_post']), parameters: pairs })

const check = z.object({
  id: name,
  title: text,
  outcome: z.enum(['passed', 'failed', 'skipped']),
  expected: text.optional(),
  found: text.optional(),
  explanation: text.optional(),
  spec: link,
})

const stepRun = z.object({
  id: name,
  state: z.enum(['coming', 'current', 'done', 'skipped', 'failed']),
  draft: draft.optional(),
  edited: draft.optional(),
  answer: answer.optional(),
  arrival: arrival.optional(),
  checks: z.array(check).max(1000),
  learned: z.array(name).max(1000),
  error: z.object({ code: text, description: text.optional() }).optional(),
  failure: text.optional(),
  again: z.object({ after: z.number(), reason: text }).optional(),
  startedAt: moment.optional(),
  duration: z.number().min(0).optional(),
  exchanges: z.array(z.int()).max(10_000),
})

const shown = z.object({
  id: name,
  title: name,
  kind: z.enum(['local', 'call', 'browser', 'person', 'arrival']),
  from: actor,
  to: actor,
  arrow: name,
  answerArrow: name.optional(),
  teach: z.object({ what: richText, goesWrong: richText.optional(), specs: z.array(link) }),
})

const refusal = z.object({
  title: text.optional(),
  summary: richText,
  why: richText,
  comparison: z.object({ sent: text, registered: z.array(text) }).optional(),
  fixes: z.array(richText),
  specs: z.array(link),
  reason: text.optional(),
})

const flow = z.object({
  id: name,
  title: name,
  summary: text,
  verdict: z.object({ tone: z.enum(['good', 'neutral', 'warn', 'bad']), label: name, text: richText }),
  specs: z.array(link),
  lanes: z.array(actor).max(ACTORS.length),
})

const choice = z.object({
  client_id: name,
  api: name.optional(),
  scope: z.array(name),
  variant: name.optional(),
  // One that this program does not have is shown by its name.
  layers: z.array(name),
  user: name,
  second_client_id: name.optional(),
  issuer: name.optional(),
})

const token = z.object({
  name,
  text,
  isSecret: z.boolean(),
  from: text,
  jwt: z.object({ header: z.record(z.string(), json), claims: z.record(z.string(), json) }).optional(),
  context: z.enum(ENTRY_CONTEXTS).optional().catch(undefined),
  signature: check.optional(),
  hashes: z.array(z.object({ claim: z.enum(['at_hash', 'c_hash', 's_hash']), of: name, text, said: name })).default([]),
})

const lesson = z
  .object({
    format: z.literal(LESSON_FORMAT),
    version: z.literal(LESSON_VERSION),
    exportedAt: moment,
    isMasked: z.boolean(),
    flow,
    layers: z.array(z.object({ id: name, title: text, summary: text })),
    choice,
    names: z.record(actor, name),
    run: z.object({
      state: z.enum(['ready', 'busy', 'waiting', 'done', 'stopped', 'cancelled']),
      createdAt: moment,
      position: z.int().min(0),
      redirect_uri: text,
    }),
    steps: z
      .array(z.object({ shown, run: stepRun, refusal: refusal.optional() }))
      .min(1)
      .max(500),
    known: z.record(z.string(), z.object({ value: json, secret: z.boolean().optional(), from: text })),
    tokens: z.array(token).max(1000),
    exchanges: z.array(exchange).max(10_000),
  })
  .refine(({ steps }) => steps.every((step) => step.shown.id === step.run.id), {
    path: ['steps'],
    message: 'expected what happened in each step under the step’s own id',
  })

/** What JSON can hold is a `Json`, and the rest is as the schema says. */
export const lessonSchema = lesson as unknown as z.ZodType<Lesson>

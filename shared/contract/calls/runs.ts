import * as z from 'zod'

import { LAYER_IDS } from '#shared/flows/flow.ts'
import type { FlowRun, RunSummary } from '#shared/model/flow-run.ts'

import { defineCall } from './call.ts'
import { listOf } from './common.ts'

const id = z.string().min(1).max(100).meta({ description: 'The run’s id.' })
const step = z.string().min(1).max(100)
const name = z.string().min(1).max(300)

const choice = z
  .strictObject({
    issuer: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'The id of an outside issuer. Left out: this one.' }),
    client_id: z.string().min(1).max(2000),
    api: z.string().min(1).max(2000).optional().meta({ description: 'The identifier of the API that is called.' }),
    scope: z.array(name).max(100),
    variant: z.string().max(200).optional(),
    layers: z.array(z.enum(LAYER_IDS)).max(LAYER_IDS.length),
    user: name.meta({ description: 'Whom the playground answers for.' }),
    second_client_id: z.string().min(1).max(2000).optional().meta({ description: 'Where two applications take part.' }),
  })
  .meta({ id: 'choice', title: 'Choice', description: 'What a walkthrough is walked with.' })

const header = z.tuple([
  z.string().regex(/^[!#$%&'*+.^_`|~\w-]{1,200}$/, 'expected the name of a header'),
  z
    .string()
    .max(32_768)
    .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'expected text that can stand in a header, on one line'),
])

export const draft = z
  .strictObject({
    method: z.string().regex(/^[A-Z]{1,20}$/, 'expected a method such as GET or POST'),
    url: z
      .string()
      .max(32_768)
      .refine((url) => /^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''), 'expected an http address'),
    headers: z.array(header).max(100),
    body: z.string().max(262_144).optional(),
  })
  .meta({ id: 'draft', title: 'Request', description: 'A request as it is about to be sent.' })

const summary = z.object({
  id: z.string(),
  flow: z.string(),
  choice,
  state: z.enum(['ready', 'busy', 'waiting', 'done', 'stopped', 'cancelled']),
  createdAt: z.number().meta({ description: 'Milliseconds since the epoch.' }),
  position: z.int().meta({ description: 'The index of the current step; the number of steps when it is done.' }),
})

const stepRun = z.looseObject({
  id: z.string(),
  state: z.enum(['coming', 'current', 'done', 'skipped', 'failed']),
  draft: draft.optional(),
  edited: draft.optional(),
  checks: z.array(
    z.looseObject({ id: z.string(), title: z.string(), outcome: z.enum(['passed', 'failed', 'skipped']) }),
  ),
  learned: z.array(z.string()),
  exchanges: z.array(z.int()).meta({ description: 'The recorded exchanges of this step.' }),
})

const flowRun = summary
  .extend({
    steps: z.array(stepRun),
    known: z
      .record(z.string(), z.looseObject({ value: z.unknown(), from: z.string() }))
      .meta({ description: 'What was learnt so far, and in which step.' }),
    redirect_uri: z.string(),
    browserAddress: z.string().optional().meta({ description: 'What a browser has to open while the run waits.' }),
    waitsUntil: z.number().optional().meta({ description: 'Milliseconds since the epoch.' }),
  })
  .meta({ id: 'flowRun', title: 'Run', description: 'A walkthrough that is under way, or was.' })

const runSummary = summary.meta({
  id: 'runSummary',
  title: 'Run, in short',
  description: 'A walkthrough that is under way, or was.',
})

/** The schemas say what a program outside may build on; to the compiler it is what the core gives. */
const run = flowRun as unknown as z.ZodType<FlowRun>
const runList = listOf(runSummary as unknown as z.ZodType<RunSummary>)

export const runCalls = {
  'runs.list': defineCall({
    description: 'List the runs of walkthroughs, newest first',
    input: z.strictObject({ flow: z.string().max(100).optional() }),
    output: runList,
  }),
  'runs.create': defineCall({
    description: 'Begin a walkthrough',
    input: z.strictObject({
      flow: z
        .string()
        .min(1)
        .max(100)
        .meta({ description: 'The walkthrough’s id.', examples: ['authorization-code'] }),
      choice,
    }),
    output: run,
    example: {
      flow: 'authorization-code-pkce',
      choice: {
        client_id: 'my-todos',
        api: 'https://organizer.test/api',
        scope: ['read:tasks'],
        layers: ['openid'],
        user: 'alice',
      },
    },
  }),
  'runs.get': defineCall({ description: 'Get a run', input: z.strictObject({ id }), output: run }),
  'runs.next': defineCall({
    description: 'Take the next step of a run, or the one that failed once more',
    input: z.strictObject({ id }),
    output: run,
  }),
  'runs.sendAgain': defineCall({
    description: 'Take a step once more; those after it begin anew',
    input: z.strictObject({ id, step }),
    output: run,
  }),
  'runs.edit': defineCall({
    description: 'Change the request of a step before it is sent',
    input: z.strictObject({ id, step, draft }),
    output: run,
    example: {
      id: '0f0ac4a1-6b0c-4cfb-9a1d-6b86a3a0a0c7',
      step: 'token-request',
      draft: { method: 'POST', url: 'http://localhost:4400/token', headers: [], body: 'grant_type=password' },
    },
  }),
  'runs.putBack': defineCall({
    description: 'Forget what was changed of a request',
    input: z.strictObject({ id, step }),
    output: run,
  }),
  'runs.runTo': defineCall({
    description: 'Take step after step, up to a step or to the end',
    input: z.strictObject({
      id,
      step: step.optional().meta({ description: 'The step to stop before. Left out: to the end.' }),
      answer: z
        .boolean()
        .optional()
        .meta({ default: false, description: 'Whether the playground answers the issuer’s pages for the user.' }),
    }),
    output: run,
  }),
  'runs.answer': defineCall({
    description: 'Answer the issuer’s pages for the user that was picked',
    input: z.strictObject({ id }),
    output: run,
  }),
  'runs.arrive': defineCall({
    description: 'Hand over the address at which a browser arrived, its fragment included',
    input: z.strictObject({ id, url: z.string().min(1).max(262_144) }),
    output: run,
    example: { id: '0f0ac4a1-6b0c-4cfb-9a1d-6b86a3a0a0c7', url: 'http://localhost:4401/callback#access_token=abc' },
  }),
  'runs.restart': defineCall({
    description: 'Begin a run anew, with the same choice',
    input: z.strictObject({ id }),
    output: run,
  }),
  'runs.cancel': defineCall({ description: 'End a run early', input: z.strictObject({ id }), output: run }),
  'runs.remove': defineCall({
    description: 'Delete a run',
    input: z.strictObject({ id }),
    output: z.object({}),
  }),
}

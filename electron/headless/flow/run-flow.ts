import { buildSteps } from '#shared/flows/flows.ts'
import type { Choice, Flow } from '#shared/flows/flow.ts'
import type { Exchange } from '#shared/model/exchange.ts'
import type { FlowRun, StepRun } from '#shared/model/flow-run.ts'

import { type Core, createCore } from '../../core/create-core.ts'
import { EXIT } from '../exit-codes.ts'
import { beginRun } from './begin-run.ts'
import { assertKnown, buildChoice } from './build-choice.ts'
import { explainEnd } from './explain-end.ts'
import type { RunFlags } from './flow-flags.ts'
import { createMask } from './mask-run.ts'
import { buildOutsideChoice } from './outside-choice.ts'
import { printStep } from './print-step.ts'
import { reportStep, type StepReport } from './report-step.ts'
import { saveHar } from './save-har.ts'
import { walk } from './walk.ts'

/** Resolves with the exit code, when the program that it was walked in has ended. */
export async function runFlow(flags: RunFlags): Promise<number> {
  const flow = assertKnown(flags)
  const core = await createCore({
    dataDirectory: flags.data,
    port: 0,
    uiPort: flags.uiPort,
    screens: false,
    config: flags.config,
    onProblem: (message) => process.stderr.write(`${message}\n`),
  })
  try {
    return await runIn(core, flow, flags)
  } finally {
    await core.close()
  }
}

async function runIn(core: Core, flow: Flow, flags: RunFlags): Promise<number> {
  const { call } = core
  const choice = flags.outside
    ? await buildOutsideChoice(flow, flags, flags.outside, call)
    : await buildChoice(flow, flags, call)
  const begun = await beginRun(flow.id, choice, call)
  const print = (text: string) => void (flags.json || process.stdout.write(text))
  const forget = cancelOnSignal(call, begun.id)
  const reports: StepReport[] = []
  print(describeChoice(flow, choice))
  const run = await walk(core, begun, {
    async onSteps(now, steps) {
      for (const report of await reportSteps(call, flow, now, steps, flags.secrets)) {
        reports.push(report)
        print(printStep(report, reports.length))
      }
    },
    // Not on standard output, which a program may read.
    onBrowser: (address) => void process.stderr.write(`${OPEN_BROWSER}\n    ${address}\n`),
  }).finally(forget)
  if (flags.har !== undefined) await saveHar(call, flags.har, exchangesOf(run), flags.secrets)
  if (flags.html !== undefined || flags.markdown !== undefined) {
    // It brings the dictionary along, which most runs have no use for.
    const { saveLesson } = await import('./save-lesson.ts')
    await saveLesson(call, flow, run, await readExchanges(call, exchangesOf(run)), flags)
  }
  const reason = explainEnd(run, reports)
  if (flags.json) process.stdout.write(`${JSON.stringify(describeRun(run, reports, reason), null, 2)}\n`)
  else if (reason === undefined)
    print(`Done: ${count(reports.length, 'step')}, ${count(exchangesOf(run).length, 'exchange')}.\n`)
  else process.stderr.write(`${reason}\n`)
  return run.state === 'done' ? EXIT.ok : EXIT.cannotRun
}

const OPEN_BROWSER = 'Open this in a browser and sign in there. If it does not lead back, press Enter when it is done:'

async function reportSteps(
  call: Core['call'],
  flow: Flow,
  run: FlowRun,
  runs: readonly StepRun[],
  secrets: boolean,
): Promise<readonly StepReport[]> {
  const mask = createMask(run, secrets)
  const steps = new Map(buildSteps(flow, run.choice).map((step) => [step.id, step]))
  return Promise.all(
    runs.flatMap((stepRun) => {
      const step = steps.get(stepRun.id)
      if (!step) return []
      return [readExchanges(call, stepRun.exchanges).then((exchanges) => reportStep(step, stepRun, exchanges, mask))]
    }),
  )
}

/** One that the retention has removed meanwhile is left out. */
async function readExchanges(call: Core['call'], ids: readonly number[]): Promise<readonly Exchange[]> {
  const found = await Promise.allSettled(ids.map((id) => call('exchanges.get', { id })))
  return found.flatMap((result) => (result.status === 'fulfilled' ? [result.value.value] : []))
}

/** The first signal ends the walk and with it the program, tidily; a second one ends it at once. */
function cancelOnSignal(call: Core['call'], id: string): () => void {
  const cancel = () => void call('runs.cancel', { id }).catch(() => undefined)
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.once(signal, cancel)
  return () => signals.forEach((signal) => process.off(signal, cancel))
}

function exchangesOf({ steps }: FlowRun): readonly number[] {
  return [...new Set(steps.flatMap(({ exchanges }) => exchanges))]
}

function describeChoice({ title, id }: Flow, choice: Choice): string {
  const { issuer, client_id, user, api, scope, variant, layers } = choice
  const parts = [
    ['issuer', issuer],
    ['application', client_id],
    ['user', issuer === undefined ? user : undefined],
    ['variant', variant],
    ['layers', layers.join(', ')],
    ['API', api],
    ['scope', scope.join(' ')],
  ] as const
  const rows = parts.filter(([, value]) => value !== undefined && value !== '')
  return [`${title} (${id})`, ...rows.map(([name, value]) => `    ${name}: ${value}`), '', ''].join('\n')
}

function describeRun({ id, flow, choice, state }: FlowRun, steps: readonly StepReport[], reason: string | undefined) {
  return { id, flow, choice, state, ...(reason !== undefined && { reason }), steps }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

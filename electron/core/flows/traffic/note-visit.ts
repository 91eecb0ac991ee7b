/** What a browser was seen to do, noted at the steps of the run that sent it. */
import type { Exchange, ExchangeSummary } from '#shared/model/exchange.ts'
import type { Step } from '#shared/flows/flow.ts'

import type { KeptRun } from '../../store/store.ts'
import { stepsOf } from '../runs.ts'
import { addExchange, finishVisit, markAnswered } from '../state/people.ts'
import { changeStep, endVisit, failStep, rewind } from '../state/run-state.ts'
import { findVisits, type Visit } from '../state/visits.ts'
import { endsVisit, readAnsweredPage } from './read-answered-page.ts'

const OF_BROWSERS: ReadonlySet<string> = new Set([
  'authorization',
  'interaction',
  'code_verification',
  'approvals',
  'end_session',
  'callback',
])

export function isOfBrowser({ direction, endpoint }: ExchangeSummary): boolean {
  return direction === 'in' && OF_BROWSERS.has(endpoint)
}

export function isOfVisit(kept: KeptRun, summary: ExchangeSummary): boolean {
  return findVisitOf(kept, stepsOf(kept), summary) !== undefined
}

/** Records come a little later than what they tell of: by then the run may be further, and on another visit. */
function findVisitOf(kept: KeptRun, steps: readonly Step[], summary: ExchangeSummary): Visit | undefined {
  const { signIn } = summary
  if (!isOfBrowser(summary)) return undefined
  const visits = findVisits(steps).filter(({ start }) => start <= kept.run.position)
  const opened = visits.findLast((visit) => isOpening(kept, visit, summary))
  if (opened || signIn === undefined) return opened
  const begun = steps.findIndex(({ id }) => kept.signIns[id] === signIn)
  // Begun by a request of the client's own, it is of the visit that came of that.
  return begun === -1 ? undefined : visits.find(({ end }) => begun < end)
}

/** The address that the run has sent the browser to. */
function isOpening({ run }: KeptRun, { start }: Visit, { url, method }: ExchangeSummary): boolean {
  const { draft, edited = draft } = run.steps[start] ?? {}
  return method === 'GET' && edited !== undefined && pathOf(url) === pathOf(edited.url)
}

function pathOf(address: string): string {
  if (!URL.canParse(address)) return address
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`
}

export function noteVisit(kept: KeptRun, exchange: Exchange): KeptRun {
  const steps = stepsOf(kept)
  const visit = findVisitOf(kept, steps, exchange)
  if (!visit) return kept
  if (isOpening(kept, visit, exchange)) return noteOpening(kept, exchange, steps, visit)
  const page = readAnsweredPage(exchange)
  if (page !== undefined) return noteAnswer(markAnswered(kept, steps, visit, page, exchange.id), exchange, steps, visit)
  const comesBack = exchange.handover !== undefined || exchange.endpoint === 'callback'
  const step = steps[comesBack ? (visit.arrival ?? visit.start) : visit.start]
  const noted = changeStep(kept, step?.id ?? '', (found) => ({ exchanges: addExchange(found, exchange.id) }))
  return endsVisit(exchange) ? finish(noted, steps, visit) : noted
}

/** A page of an error instead of a form: nobody is sent back, so the step that sent the browser has failed. */
function noteOpening(kept: KeptRun, exchange: Exchange, steps: readonly Step[], visit: Visit): KeptRun {
  const id = steps[visit.start]?.id ?? ''
  const { signIn, status = 0, error } = exchange
  const known = signIn === undefined ? kept : { ...kept, signIns: { ...kept.signIns, [id]: signIn } }
  const noted = changeStep(known, id, (found) => ({ exchanges: addExchange(found, exchange.id) }))
  // Opened a second time, a request that is good for once is refused; the first page is still there.
  if (status >= 400 && (!isAway(kept, visit) || kept.signIns[id] !== undefined)) return noted
  if (status < 400) return visit.people.length === 0 ? finish(noted, steps, visit) : noted
  return failVisit(noted, steps, visit, {
    failure: 'The issuer shows a page with an error, and sends nobody back.',
    error: error && { code: error.code, description: error.reason ?? error.description },
  })
}

function noteAnswer(kept: KeptRun, exchange: Exchange, steps: readonly Step[], visit: Visit): KeptRun {
  const isOver = visit.people.every((index) => kept.run.steps[index]?.state === 'done')
  return endsVisit(exchange) || isOver ? finish(kept, steps, visit) : kept
}

function isAway({ run }: KeptRun, { start, end }: Visit): boolean {
  return run.browserAddress !== undefined && run.position > start && run.position <= end
}

/** Where the browser is sent back, its coming back is the end. */
function finish(kept: KeptRun, steps: readonly Step[], visit: Visit): KeptRun {
  if (visit.arrival !== undefined || !isAway(kept, visit)) return kept
  const finished = finishVisit(kept, steps, visit)
  return finished.run.state === 'waiting' ? { ...finished, run: { ...finished.run, state: 'ready' } } : finished
}

export interface VisitFailure {
  readonly failure: string
  readonly error?: { readonly code: string; readonly description?: string | undefined } | undefined
}

/** Back to the step that sent the browser: it can be changed, and sent again. */
export function failVisit(
  kept: KeptRun,
  steps: readonly Step[],
  { start }: Visit,
  { failure, error }: VisitFailure,
): KeptRun {
  const { exchanges = [], startedAt } = kept.run.steps[start] ?? {}
  const id = steps[start]?.id ?? ''
  const again = changeStep(rewind(endVisit(kept), start), id, () => ({ exchanges, startedAt }))
  return failStep(again, id, failure, error)
}

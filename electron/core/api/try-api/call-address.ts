/** Shows a token to an API, wherever it runs: here, on this machine, or outside where the person says so. */
import type { Input } from '#shared/contract/calls/calls.ts'
import type { Attempted } from '#shared/contract/calls/tokens.ts'
import type { Answer, Draft } from '#shared/flows/flow.ts'
import type { Exchange } from '#shared/model/exchange.ts'
import { isLoopbackHttp } from '#shared/oauth/loopback.ts'

import { createDestinations } from '../../flows/tools/destinations.ts'
import { createSend } from '../../flows/tools/send.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { invalid } from '../failures.ts'
import { createResendDestinations } from '../resend/destination.ts'
import { describeAttempt, findExchange } from '../tokens/try-token.ts'

export type Trial = Input<'apis.try'>['trial']

/** Milliseconds. */
const LIMIT = 15_000

/** Whoever answers there gets a token that is good: that has to be meant. */
export function assertMayBeCalled({ ports }: ApiDependencies, { url, outside = false }: Trial): void {
  if (outside || createDestinations(ports).isOwn(url) || isLoopbackHttp(url)) return
  const { origin } = new URL(url)
  const message = `found ${origin}, expected an http address on this machine. Whoever answers elsewhere gets a good token: confirm it ("outside": true) if that is meant`
  throw invalid([{ path: 'trial.url', message }])
}

export async function callAddress(dependencies: ApiDependencies, trial: Trial, token: string): Promise<Attempted> {
  const { recorder, ports } = dependencies
  const draft = buildDraft(trial, token)
  // Where it may be sent has been decided.
  const destinations = createResendDestinations(ports, trial.url)
  const isOwn = destinations.isOwn(trial.url)
  const startedAt = Date.now()
  const start = performance.now()
  let port: number | undefined
  const record = (answer: Answer | undefined, reason?: string) => {
    if (isOwn) return
    recorder.recordOut({ draft, startedAt, duration: performance.now() - start, answer, reason, endpoint: undefined })
  }
  try {
    const send = createSend({ destinations, recorder: undefined })
    const answer = await send(draft, { limit: LIMIT, onMark: ({ mark }) => (port = mark) })
    record(answer)
    const exchange = isOwn
      ? await findExchange(recorder, draft, startedAt, port)
      : await findSent(recorder, draft, startedAt)
    return describeAttempt(withoutToken(draft), answer, exchange)
  } catch (error) {
    record(undefined, error instanceof Error ? error.message : String(error))
    throw error
  }
}

function buildDraft({ method, url, body }: Trial, token: string): Draft {
  return {
    method,
    url,
    headers: [
      ['Accept', 'application/json, text/event-stream'],
      ['Authorization', `Bearer ${token}`],
      ...(body === undefined ? [] : [['Content-Type', 'application/json'] as const]),
    ],
    ...(body !== undefined && { body }),
  }
}

/** It opens doors, and is in the traffic for whoever needs it. */
function withoutToken(draft: Draft): Draft {
  const headers = draft.headers.map(([name, value]) =>
    name === 'Authorization' ? ([name, 'Bearer …'] as const) : ([name, value] as const),
  )
  return { ...draft, headers }
}

async function findSent(
  recorder: ApiDependencies['recorder'],
  { url }: Draft,
  startedAt: number,
): Promise<Exchange | undefined> {
  await recorder.flush()
  const { items } = await recorder.page({ since: startedAt - 1000, limit: 50 })
  const found = items.find((item) => item.url === url && item.direction === 'out' && item.startedAt === startedAt)
  return found && recorder.get(found.id)
}

import { buildHar } from '../har/build-har.ts'
import type { Answer, Draft } from '../flows/flow.ts'
import type { Exchange, HeaderPair, RecordedBody } from '../model/exchange.ts'
import { type Lesson, type LessonStep, sentBy } from './lesson.ts'

/** What was recorded of the run, and of steps of which nothing was, what they sent and were answered. */
export function buildLessonHar(lesson: Lesson) {
  // The lesson is masked, or is not meant to be.
  return buildHar(listExchanges(lesson), { secrets: true })
}

export function listExchanges({ exchanges, steps, choice }: Lesson): readonly Exchange[] {
  const kept = new Set(exchanges.map(({ id }) => id))
  const missing = steps.flatMap((step) => {
    const sent = sentBy(step)
    const { answer, exchanges: ids } = step.run
    if (sent === undefined || answer === undefined || ids.some((id) => kept.has(id))) return []
    return [toExchange(step, sent, answer, choice.client_id)]
  })
  return [...exchanges, ...missing].toSorted((one, other) => one.startedAt - other.startedAt)
}

function toExchange({ shown, run }: LessonStep, sent: Draft, answer: Answer, client_id: string): Exchange {
  return {
    id: 0,
    direction: 'in',
    startedAt: run.startedAt ?? 0,
    duration: run.duration,
    endpoint: shown.to === 'api' ? 'api' : 'unknown',
    client_id,
    method: sent.method,
    url: sent.url,
    status: answer.status,
    request: {
      method: sent.method,
      url: sent.url,
      httpVersion: '1.1',
      headers: withHost(sent),
      body: toBody(sent.body ?? ''),
    },
    response: {
      status: answer.status,
      statusText: answer.statusText,
      headers: answer.headers,
      body: toBody(answer.body),
    },
  }
}

function withHost({ url, headers }: Draft): readonly HeaderPair[] {
  const host = URL.parse(url)?.host
  return host === undefined ? headers : [['host', host], ...headers]
}

function toBody(text: string): RecordedBody {
  return { text, encoding: 'utf8', size: new TextEncoder().encode(text).length, truncated: false }
}

/** Sends the request of a recorded exchange again. What comes of it is recorded as any other, with a mark. */
import type { Output } from '#shared/contract/calls/calls.ts'
import type { Answer, Draft } from '#shared/flows/flow.ts'
import type { Exchange, ExchangeMark, ExchangeSummary } from '#shared/model/exchange.ts'

import { createSend } from '../../flows/tools/send.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { createResendDestinations } from './destination.ts'
import { buildSent } from './sent.ts'

/** Milliseconds: until an answer has come, and until its record has. */
const LONGEST = { answer: 15_000, record: 2_000 }

type Resent = Output<'exchanges.resend'>

export function createResend({ recorder, ports }: ApiDependencies) {
  return async (exchange: Exchange, draft: Draft): Promise<Resent> => {
    const mark: ExchangeMark = { kind: 'resent', from: String(exchange.id) }
    const destinations = createResendDestinations(ports, exchange.url)
    const isOwn = destinations.isOwn(draft.url)
    let port: number | undefined
    const record = waitForRecord(recorder, mark, (found) => !isOwn || found.remote?.port === port)
    const startedAt = Date.now()
    const start = performance.now()
    try {
      const answer = await createSend({ destinations, recorder: undefined })(draft, {
        limit: LONGEST.answer,
        onMark({ mark: opened }) {
          port = opened
          if (isOwn) recorder.expectMarked(opened, mark)
        },
      })
      if (!isOwn)
        recorder.recordOwn(buildSent({ exchange, draft, mark, startedAt, answer, duration: performance.now() - start }))
      const id = await record.found(ports.isRecording ? LONGEST.record : 0)
      return { ...(id !== undefined && { id }), ...statusOf(answer) }
    } finally {
      record.stop()
    }
  }
}

function statusOf({ status, statusText }: Answer) {
  return { status, statusText }
}

interface Waiting {
  found(limit: number): Promise<number | undefined>
  stop(): void
}

/** Several may be sent again at once: each record is looked at whole before it is taken for this one's. */
function waitForRecord(
  recorder: ApiDependencies['recorder'],
  mark: ExchangeMark,
  isIt: (exchange: Exchange) => boolean,
): Waiting {
  const seen: ExchangeSummary[] = []
  let wake: () => void = () => undefined
  const stop = recorder.subscribe((summary) => {
    if (summary.mark?.kind !== mark.kind || summary.mark.from !== mark.from) return
    seen.push(summary)
    wake()
  })

  return {
    stop,
    async found(limit) {
      const end = Date.now() + limit
      while (Date.now() < end) {
        for (const { id } of seen.splice(0)) {
          const exchange = await recorder.get(id)
          if (exchange !== undefined && isIt(exchange)) return id
        }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(0, end - Date.now()))
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
          if (seen.length > 0) wake()
        })
      }
      return undefined
    },
  }
}

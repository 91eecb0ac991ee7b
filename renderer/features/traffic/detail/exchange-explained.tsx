import { contextOf } from '#shared/teach/contexts.ts'
import type { Exchange, ExchangeSummary } from '#shared/model/exchange.ts'

import { ActorChip } from '../../../components/actor-chip.tsx'
import { Notice } from '../../../components/notice.tsx'
import { formatTook } from '../../common/format-time.ts'
import { partiesOf } from '../../common/exchange-parties.ts'
import { useProgram } from '../../common/use-program.ts'
import { Answer } from './answer.tsx'
import { SentCookies, SetCookies } from './cookies/cookies.tsx'
import { Facts } from './facts.tsx'
import { Heading } from './heading.tsx'
import { Remarks } from './remarks.tsx'
import { Timing } from './timing/timing.tsx'
import { findAnsweredTokens, findSentTokens } from './tokens/find-tokens.ts'
import { FoundTokens } from './tokens/found-tokens.tsx'
import { Outcome } from '../../common/exchange-marks.tsx'
import { ForgedInExchange } from '../../common/tokens/forged-mark.tsx'
import { Parameters } from '../../common/parameters.tsx'
import { pathOf } from '../../common/read-address.ts'
import { readSent } from '../../common/read-parameters.ts'
import { TEXT } from './text.ts'

const words = TEXT.one

interface ExchangeExplainedProps {
  readonly exchange: Exchange
  readonly siblings: readonly ExchangeSummary[]
}

/** What was sent, what came back, and why: for a person who wants to understand it. */
export function ExchangeExplained({ exchange, siblings }: ExchangeExplainedProps) {
  const { request, response } = exchange
  const sent = readSent(request)
  return (
    <div className="flex min-w-0 flex-col gap-3 px-3.5 py-3">
      <SummaryLine exchange={exchange} />
      <Remarks exchange={exchange} />
      <ForgedInExchange exchange={exchange} />
      <Refusal exchange={exchange} />
      <Heading>{words.sent}</Heading>
      {sent.length > 0 ? (
        <Parameters parameters={sent} context={contextOf(exchange.endpoint, 'request')} />
      ) : (
        <p className="text-ink-3">{words.nothingSent}</p>
      )}
      <FoundTokens tokens={findSentTokens(exchange)} />
      <SentCookies headers={request.headers} />
      <Heading>
        {words.answered} <Outcome status={exchange.status} />
      </Heading>
      <Answer exchange={exchange} />
      <FoundTokens tokens={findAnsweredTokens(exchange)} />
      {response !== 'aborted' && <SetCookies headers={response.headers} />}
      <Timing exchange={exchange} siblings={siblings} />
      <Heading>{words.facts.title}</Heading>
      <Facts exchange={exchange} />
    </div>
  )
}

function SummaryLine({ exchange }: { readonly exchange: Exchange }) {
  const { method, url, client_id, duration } = exchange
  const { from, to } = partiesOf(exchange, useProgram())
  const name = (actor: string) => (actor === 'client' && client_id !== undefined ? { name: client_id } : {})
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line bg-sunken px-2.75 py-2 text-small">
      <code className="wrap-anywhere">
        <b className="text-accent">{method}</b> {pathOf(url)}
      </code>
      <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-ink-2">
        <ActorChip actor={from} {...name(from)} /> → <ActorChip actor={to} {...name(to)} />
        {duration !== undefined && <span className="text-ink-3">· {formatTook(duration)}</span>}
      </span>
    </div>
  )
}

function Refusal({ exchange: { error } }: { readonly exchange: Exchange }) {
  if (error === undefined) return null
  return (
    <Notice tone="bad" title={<code className="font-semibold">{error.code}</code>}>
      {error.reason !== undefined && (
        <p>
          <b className="text-ink">{words.why}:</b> {error.reason}
        </p>
      )}
      {error.description !== undefined && (
        <p>
          <b className="text-ink">{words.said}:</b> {error.description}
        </p>
      )}
    </Notice>
  )
}

import { ArrowRight } from 'lucide-react'
import { memo } from 'react'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import { ActorDot } from '../../components/actor-chip.tsx'
import { Badge } from '../../components/badge.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { formatClock, formatTook } from '../common/format-time.ts'
import { partiesOf } from './actors.ts'
import { shortAddress } from './read-address.ts'
import { TEXT } from './text.ts'

/** Its own width decides which columns there is room for, not the window's. */
export const ROW_GRID =
  'grid grid-cols-[2.75rem_3.25rem_minmax(0,1fr)_auto] items-center gap-x-2 px-3 ' +
  '@md:grid-cols-[6.25rem_2.75rem_3.25rem_minmax(0,1fr)_3.25rem] ' +
  '@2xl:grid-cols-[6.25rem_2.75rem_3.25rem_minmax(0,1fr)_3.25rem_4rem_minmax(0,9rem)]'

export const WIDE = 'hidden @2xl:block'
export const MIDDLE = 'hidden @md:block'

interface ExchangeRowProps {
  readonly exchange: ExchangeSummary
  readonly issuer: string | undefined
}

export const ExchangeRow = memo(function ExchangeRow({ exchange, issuer }: ExchangeRowProps) {
  const { startedAt, method, url, status, duration, error } = exchange
  return (
    <div className={`${ROW_GRID} h-full`}>
      <span className={`${MIDDLE} font-mono text-small text-ink-3`}>{formatClock(startedAt)}</span>
      <PartyDots exchange={exchange} />
      <span className="truncate font-mono text-small font-bold text-ink-2">{method}</span>
      <span className="truncate font-mono text-small">{shortAddress(url, issuer)}</span>
      <Outcome status={status} />
      <span className={`${WIDE} text-right font-mono text-small whitespace-nowrap text-ink-3`}>
        {duration !== undefined && formatTook(duration)}
      </span>
      <span className={`${WIDE} truncate text-right font-mono text-small text-bad`}>{error?.code}</span>
    </div>
  )
})

export function PartyDots({ exchange }: Pick<ExchangeRowProps, 'exchange'>) {
  const { from, to } = partiesOf(exchange)
  const name = exchange.client_id
  return (
    <span className="flex items-center gap-1 text-ink-3">
      <ActorDot actor={from} {...(from === 'client' && { name })} />
      <ArrowRight className="size-3" aria-hidden />
      <ActorDot actor={to} {...(to === 'client' && { name })} />
    </span>
  )
}

export function Outcome({ status }: Pick<ExchangeSummary, 'status'>) {
  return status === undefined ? <Badge tone="warn">{TEXT.aborted}</Badge> : <StatusBadge status={status} />
}

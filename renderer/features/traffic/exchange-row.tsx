import { memo } from 'react'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import { Outcome, PartyDots } from '../common/exchange-marks.tsx'
import { formatClock, formatTook } from '../common/format-time.ts'
import { shortAddress } from '../common/read-address.ts'
import type { RunningProgram } from '../common/use-program.ts'

/** Its own width decides which columns there is room for, not the window's. */
export const ROW_GRID =
  'grid grid-cols-[2.75rem_3.25rem_minmax(0,1fr)_auto] items-center gap-x-2 px-3 ' +
  '@sm:grid-cols-[6.25rem_2.75rem_3.25rem_minmax(0,1fr)_3.25rem] ' +
  '@2xl:grid-cols-[6.25rem_2.75rem_3.25rem_minmax(0,1fr)_3.25rem_4rem_minmax(0,8rem)]'

export const WIDE = 'hidden @2xl:block'
export const MIDDLE = 'hidden @sm:block'

interface ExchangeRowProps {
  readonly exchange: ExchangeSummary
  readonly program: RunningProgram | undefined
}

export const ExchangeRow = memo(function ExchangeRow({ exchange, program }: ExchangeRowProps) {
  const { startedAt, method, url, status, duration, error } = exchange
  return (
    <div className={`${ROW_GRID} h-full`}>
      <span className={`${MIDDLE} font-mono text-small text-ink-3`}>{formatClock(startedAt)}</span>
      <PartyDots exchange={exchange} />
      <span className="truncate font-mono text-small font-bold text-ink-2">{method}</span>
      <span className="truncate font-mono text-small">{shortAddress(url, program)}</span>
      <Outcome status={status} />
      <span className={`${WIDE} text-right font-mono text-small whitespace-nowrap text-ink-3`}>
        {duration !== undefined && formatTook(duration)}
      </span>
      <span className={`${WIDE} truncate text-right font-mono text-small text-bad`}>{error?.code}</span>
    </div>
  )
})

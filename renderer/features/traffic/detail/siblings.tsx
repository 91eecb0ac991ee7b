import { Link } from 'wouter'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import { classNames } from '../../../components/class-names.ts'
import { Outcome, PartyDots } from '../../common/exchange-marks.tsx'
import { formatClock, formatTook } from '../../common/format-time.ts'
import { shortAddress } from '../../common/read-address.ts'
import { useProgram } from '../../common/use-program.ts'
import { otherAddress } from './other-address.ts'
import { TEXT } from './text.ts'

const words = TEXT.signIn

interface SiblingsProps {
  readonly exchanges: readonly ExchangeSummary[]
  readonly id: number
}

/** Everything that belongs to one sign-in, in its order. */
export function Siblings({ exchanges, id }: SiblingsProps) {
  return (
    <ol aria-label={words.list} className="divide-y divide-line">
      {exchanges.map((exchange) => (
        <li key={exchange.id}>
          <Sibling exchange={exchange} since={exchanges[0]?.startedAt ?? 0} isThis={exchange.id === id} />
        </li>
      ))}
    </ol>
  )
}

interface SiblingProps {
  readonly exchange: ExchangeSummary
  /** When the sign-in began. */
  readonly since: number
  readonly isThis: boolean
}

function Sibling({ exchange, since, isThis }: SiblingProps) {
  const program = useProgram()
  return (
    <Link
      href={otherAddress(exchange.id)}
      replace
      aria-current={isThis || undefined}
      className={classNames(
        'grid grid-cols-[4.25rem_2.75rem_3.25rem_minmax(0,1fr)_auto] items-center gap-2 px-3.5 py-1.75 font-mono text-small focus-visible:-outline-offset-2',
        isThis ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <span className="text-right text-ink-3" title={formatClock(exchange.startedAt)}>
        +{formatTook(Math.max(0, exchange.startedAt - since))}
      </span>
      <PartyDots exchange={exchange} />
      <span className="font-bold text-ink-2">{exchange.method}</span>
      <span className="truncate">{shortAddress(exchange.url, program)}</span>
      <Outcome status={exchange.status} />
    </Link>
  )
}

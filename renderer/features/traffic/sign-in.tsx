import { useEffect } from 'react'
import { Link } from 'wouter'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import { classNames } from '../../components/class-names.ts'
import { useCall } from '../../stores/use-call.ts'
import { useExchanges } from '../../stores/use-stores.tsx'
import { formatClock, formatTook } from '../common/format-time.ts'
import { Gate } from '../common/gate.tsx'
import { useProgram } from '../common/use-program.ts'
import { Outcome, PartyDots } from '../common/exchange-marks.tsx'
import { shortAddress } from '../common/read-address.ts'
import { TEXT } from './text.ts'

const words = TEXT.signIn
const MOST = 200
/** How far back in the live list somebody of the same sign-in is looked for. */
const RECENT = 100

interface SignInProps {
  readonly signIn: string
  readonly id: number
}

/** Everything that belongs to one sign-in, in its order. */
export function SignIn({ signIn, id }: SignInProps) {
  const state = useCall('exchanges.list', { signIn, limit: MOST }, ['exchanges'])
  const newest = useExchanges(({ items }) => items.slice(0, RECENT).find((item) => item.signIn === signIn)?.id)
  const { load } = state
  useEffect(() => void (newest !== undefined && load()), [newest, load])
  const exchanges = state.value?.items.toReversed()
  return (
    <Gate state={state} hasValue={exchanges !== undefined} loading={words.loading} failed={words.failed}>
      <ol aria-label={words.list} className="divide-y divide-line">
        {exchanges?.map((exchange) => (
          <li key={exchange.id}>
            <Sibling exchange={exchange} since={exchanges[0]?.startedAt ?? 0} isThis={exchange.id === id} />
          </li>
        ))}
      </ol>
    </Gate>
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
      href={`/traffic/${exchange.id}?tab=sign-in`}
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

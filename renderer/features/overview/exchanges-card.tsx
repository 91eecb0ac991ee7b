import { useMemo } from 'react'
import { Link } from 'wouter'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import { Card } from '../../components/card.tsx'
import { useExchanges } from '../../stores/use-stores.tsx'
import { Outcome, PartyDots } from '../common/exchange-marks.tsx'
import { formatClock } from '../common/format-time.ts'
import { Gate } from '../common/gate.tsx'
import { shortAddress } from '../common/read-address.ts'
import { TextLink } from '../common/text-link.tsx'
import { useProgram } from '../common/use-program.ts'
import { TEXT } from './text.ts'

const words = TEXT.exchanges
const MOST = 8

export function ExchangesCard() {
  const status = useExchanges((state) => state.status)
  const error = useExchanges((state) => state.error)
  const load = useExchanges((state) => state.load)
  const items = useExchanges((state) => state.items)
  const version = useExchanges((state) => state.version)
  // oxlint-disable-next-line react/exhaustive-deps
  const newest = useMemo(() => items.slice(0, MOST), [items, version])
  return (
    <Card isFlush title={words.title} aside={<TextLink href="/traffic">{words.all}</TextLink>}>
      <Gate
        state={{ status, error, load }}
        hasValue={status === 'ready' || newest.length > 0}
        loading={words.loading}
        failed={words.failed}
      >
        {newest.length === 0 ? (
          <p className="p-3.5 text-ink-2">{words.none}</p>
        ) : (
          <ol aria-label={words.list} className="divide-y divide-line">
            {newest.map((exchange) => (
              <li key={exchange.id}>
                <ExchangeLink exchange={exchange} />
              </li>
            ))}
          </ol>
        )}
      </Gate>
    </Card>
  )
}

function ExchangeLink({ exchange }: { readonly exchange: ExchangeSummary }) {
  const program = useProgram()
  return (
    <Link
      href={`/traffic/${exchange.id}`}
      className="grid grid-cols-[auto_2.75rem_3.25rem_minmax(0,1fr)_auto] items-center gap-2 px-3.5 py-1.75 font-mono text-small hover:bg-sunken focus-visible:-outline-offset-2"
    >
      <span className="text-ink-3">{formatClock(exchange.startedAt).slice(0, 8)}</span>
      <PartyDots exchange={exchange} />
      <span className="font-bold text-ink-2">{exchange.method}</span>
      <span className="truncate">{shortAddress(exchange.url, program)}</span>
      <Outcome status={exchange.status} />
    </Link>
  )
}

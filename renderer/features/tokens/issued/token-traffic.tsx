import type { TokenDetail } from '#shared/contract/calls/tokens.ts'
import type { ExchangeSummary } from '#shared/model/exchange.ts'

import { Card } from '../../../components/card.tsx'
import { exchangeAddress } from '../../../frame/addresses.ts'
import { Outcome, PartyDots } from '../../common/exchange-marks.tsx'
import { formatClock } from '../../common/format-time.ts'
import { shortAddress } from '../../common/read-address.ts'
import { TextLink } from '../../common/text-link.tsx'
import { useProgram } from '../../common/use-program.ts'
import { TEXT } from './text.ts'

const words = TEXT.traffic

export function TokenTraffic({ detail: { madeBy, usedBy } }: { readonly detail: TokenDetail }) {
  return (
    <Card title={words.title} className="flex-none">
      <Exchanges title={words.made} exchanges={madeBy ? [madeBy] : []} none={words.notRecorded} />
      <Exchanges title={words.used} exchanges={usedBy} none={words.unused} />
    </Card>
  )
}

interface ExchangesProps {
  readonly title: string
  readonly exchanges: readonly ExchangeSummary[]
  readonly none: string
}

function Exchanges({ title, exchanges, none }: ExchangesProps) {
  const program = useProgram()
  return (
    <div>
      <h3 className="mb-0.5 text-small font-semibold">{title}</h3>
      {exchanges.length === 0 && <p className="text-small text-ink-3">{none}</p>}
      <ul>
        {exchanges.map((exchange) => (
          <li key={exchange.id} className="flex min-w-0 items-center gap-2 py-0.5 font-mono text-small">
            <span className="text-ink-3 max-sm:hidden">{formatClock(exchange.startedAt)}</span>
            <PartyDots exchange={exchange} />
            <TextLink href={exchangeAddress(exchange.id)} className="min-w-0 flex-1 truncate">
              {exchange.method} {shortAddress(exchange.url, program)}
            </TextLink>
            <Outcome status={exchange.status} />
          </li>
        ))}
      </ul>
    </div>
  )
}

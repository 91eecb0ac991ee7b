import { ArrowRight } from 'lucide-react'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import { ActorDot } from '../../components/actor-chip.tsx'
import { Badge } from '../../components/badge.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { partiesOf } from './exchange-parties.ts'
import { TEXT } from './text.ts'
import { type RunningProgram, useProgram } from './use-program.ts'

/** Who spoke to whom, as two dots in their colours. */
export function PartyDots({ exchange }: { readonly exchange: ExchangeSummary }) {
  return <Parties exchange={exchange} program={useProgram()} />
}

interface PartiesProps {
  readonly exchange: ExchangeSummary
  readonly program: RunningProgram | undefined
}

/** The same, where there are so many that each cannot ask for itself where the issuer is. */
export function Parties({ exchange, program }: PartiesProps) {
  const { from, to } = partiesOf(exchange, program)
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

import { Link } from 'wouter'

import { checkFlow } from '#shared/flows/choice.ts'
import type { Flow } from '#shared/flows/flow.ts'
import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'

import { ActorDot } from '../../../components/actor-chip.tsx'
import { classNames } from '../../../components/class-names.ts'
import { flowAddress } from '../../../frame/addresses.ts'
import { SpecLinks } from '../../common/spec-links.tsx'
import { VerdictBadge } from '../verdict-badge.tsx'

interface FlowCardProps {
  readonly flow: Flow
  /** Where it is to be walked, if not here; what that one does not offer is greyed, with the reason. */
  readonly outside: OutsideIssuer | undefined
}

/** All of it leads there, and what leads elsewhere stands above. */
export function FlowCard({ flow, outside }: FlowCardProps) {
  const why = outside && checkFlow(flow, outside.metadata, true)
  const query = outside === undefined ? '' : `?issuer=${encodeURIComponent(outside.id)}`
  return (
    <li
      className={classNames(
        'relative flex flex-col gap-1.5 rounded-card border border-line px-3.5 py-3 transition-colors has-[a[data-card]:hover]:border-accent',
        why === undefined ? 'bg-panel shadow-card' : 'border-dashed bg-sunken text-ink-3',
      )}
    >
      <div className="flex items-start justify-between gap-2">
        <h3 className="font-semibold">
          <Link
            href={`${flowAddress(flow.id)}${query}`}
            data-card
            className="rounded-sm after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent"
          >
            {flow.title}
          </Link>
        </h3>
        <VerdictBadge flow={flow} />
      </div>
      {why === undefined ? (
        <p className="flex-1 text-ink-2">{flow.summary}</p>
      ) : (
        <p className="flex-1 text-small wrap-anywhere text-warn">{why}</p>
      )}
      <p className="flex items-center justify-between gap-3 text-small text-ink-3">
        <span className="relative z-10 min-w-0">
          <SpecLinks specs={flow.specs} />
        </span>
        <span className="flex flex-none gap-1">
          {flow.lanes.map((actor) => (
            <ActorDot key={actor} actor={actor} />
          ))}
        </span>
      </p>
    </li>
  )
}

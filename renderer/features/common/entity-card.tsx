import type { ReactNode } from 'react'

import type { Actor } from '../../components/actor.ts'
import { ActorDot } from '../../components/actor-chip.tsx'
import { Card } from '../../components/card.tsx'
import { type Tab, Tabs } from '../../components/tabs.tsx'
import { replaceParameter, useQuery } from './use-address.ts'

interface EntityCardProps {
  readonly actor: Actor
  readonly title: string
  /** Badges. */
  readonly aside?: ReactNode
  readonly tabsLabel: string
  /** The first is shown unless the address says otherwise. */
  readonly tabs: readonly Tab[]
}

/** One application, API or user, in parts. */
export function EntityCard({ actor, title, aside, tabsLabel, tabs }: EntityCardProps) {
  const wanted = useQuery().get('tab')
  const first = tabs[0]?.id ?? ''
  const shown = tabs.find(({ id }) => id === wanted)?.id ?? first
  return (
    <Card
      isFlush
      className="flex-1"
      title={
        <span className="inline-flex items-center gap-2">
          <ActorDot actor={actor} name="" />
          {title}
        </span>
      }
      aside={aside}
    >
      <Tabs
        label={tabsLabel}
        isFilling
        tabs={tabs}
        value={shown}
        onChange={(id) => replaceParameter('tab', id === first ? undefined : id)}
      />
    </Card>
  )
}

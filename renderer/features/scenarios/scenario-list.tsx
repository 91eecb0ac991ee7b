import { Link } from 'wouter'

import { Card } from '../../components/card.tsx'
import { classNames } from '../../components/class-names.ts'
import { scenarioAddress } from '../../frame/addresses.ts'
import type { ScenarioView } from '../../stores/stores.ts'
import { useScenarios } from '../../stores/use-stores.tsx'
import { Gate } from '../common/gate.tsx'
import { TEXT } from './text.ts'

export function ScenarioList({ selectedId }: { readonly selectedId: string | undefined }) {
  const scenarios = useScenarios((state) => state)
  const { items, status } = scenarios
  const own = items.filter((scenario) => scenario.own)
  return (
    <Card isFlush className="flex-1">
      <Gate
        state={scenarios}
        hasValue={status === 'ready' || items.length > 0}
        loading={TEXT.loading}
        failed={TEXT.failed}
      >
        <div className="min-h-0 flex-1 overflow-y-auto">
          <Group title={TEXT.own} items={own} selectedId={selectedId} empty={TEXT.ownEmpty} />
          <Group title={TEXT.shipped} items={items.filter((scenario) => !scenario.own)} selectedId={selectedId} />
        </div>
      </Gate>
    </Card>
  )
}

interface GroupProps {
  readonly title: string
  readonly items: readonly ScenarioView[]
  readonly selectedId: string | undefined
  /** Said where there is none. */
  readonly empty?: string
}

function Group({ title, items, selectedId, empty }: GroupProps) {
  return (
    <section aria-label={title} className="border-b border-line last:border-b-0">
      <h2 className="px-3.5 pt-2.5 pb-1 text-tiny font-semibold text-ink-3">{title}</h2>
      {items.length === 0 && empty !== undefined && <p className="px-3.5 pb-3 text-small text-ink-2">{empty}</p>}
      <ul>
        {items.map((scenario) => (
          <li key={scenario.id}>
            <Line scenario={scenario} isSelected={scenario.id === selectedId} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ scenario, isSelected }: { readonly scenario: ScenarioView; readonly isSelected: boolean }) {
  const { id, title, summary, clients, apis, users } = scenario
  return (
    <Link
      href={scenarioAddress(id)}
      aria-current={isSelected ? 'true' : undefined}
      className={classNames(
        'block min-w-0 px-3.5 py-2 focus-visible:-outline-offset-2',
        isSelected ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <span className="block font-medium wrap-anywhere">{title}</span>
      {summary !== '' && <span className="line-clamp-2 text-small text-ink-2">{summary}</span>}
      <span className="block text-tiny text-ink-3">{TEXT.contents(clients.length, apis.length, users.length)}</span>
    </Link>
  )
}

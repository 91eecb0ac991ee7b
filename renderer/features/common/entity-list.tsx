import { SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { navigate } from 'wouter/use-browser-location'

import type { Actor } from '../../components/actor.ts'
import { ActorDot } from '../../components/actor-chip.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import { TEXT } from './text.ts'
import { keepQuery, replaceParameter } from './use-address.ts'

const ROW_HEIGHT = 48

export interface EntityRow {
  readonly actor: Actor
  readonly title: string
  /** In the mono face, below. */
  readonly name: string
  readonly aside?: ReactNode
}

interface EntityListProps<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  readonly addressOf: (item: Item) => string
  readonly rowOf: (item: Item) => EntityRow
  readonly selectedKey: string | undefined
}

/** Applications, APIs and users look alike in a list: a name as people say it above one as the protocol does. */
export function EntityList<Item>({ label, items, keyOf, addressOf, rowOf, selectedKey }: EntityListProps<Item>) {
  if (items.length === 0) return <NothingFits />
  return (
    <VirtualList
      label={label}
      items={items}
      rowHeight={ROW_HEIGHT}
      rowKey={keyOf}
      renderRow={(item) => <Row {...rowOf(item)} />}
      selectedKey={selectedKey}
      onSelect={(item) =>
        navigate(keepQuery(addressOf(item), 'q', 'tab', 'sort'), { replace: selectedKey !== undefined })
      }
    />
  )
}

function Row({ actor, title, name, aside }: EntityRow) {
  return (
    <div className="grid h-full grid-cols-[auto_minmax(0,1fr)_auto] content-center gap-x-2.5 px-3">
      <span className="row-span-2 self-center">
        <ActorDot actor={actor} name="" />
      </span>
      <span className="truncate font-medium">{title}</span>
      <span className="row-span-2 self-center text-tiny text-ink-3">{aside}</span>
      <span className="truncate font-mono text-small text-ink-3">{name}</span>
    </div>
  )
}

function NothingFits() {
  return (
    <EmptyState
      icon={<SearchX />}
      title={TEXT.filter.none}
      text={TEXT.filter.noneText}
      action={<Button onClick={() => replaceParameter('q', undefined)}>{TEXT.filter.clear}</Button>}
    />
  )
}

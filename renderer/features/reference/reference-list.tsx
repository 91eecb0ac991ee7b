import { SearchX } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { ENTRY_KINDS, type EntryKind } from '#shared/teach/entry.ts'

import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Select } from '../../components/select.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import { referenceAddress } from '../../frame/addresses.ts'
import { filterItems } from '../common/filter-items.ts'
import { TEXT as COMMON } from '../common/text.ts'
import { keepQuery, replaceParameter, useQuery } from '../common/use-address.ts'
import type { Dictionary } from '../common/use-dictionary.ts'
import { type NamedLine, listNames } from './list-names.ts'
import { TEXT } from './text.ts'

const ROW_HEIGHT = 48
const ALL = 'all'
const KINDS = [
  { value: ALL, label: TEXT.all },
  ...ENTRY_KINDS.map((kind) => ({ value: kind, label: TEXT.kinds[kind] })),
] as const

interface ReferenceListProps {
  readonly dictionary: Dictionary
  readonly selectedName: string | undefined
}

export function ReferenceList({ dictionary, selectedName }: ReferenceListProps) {
  const query = useQuery()
  const typed = useDeferredValue(query.get('q') ?? '')
  const kind = ENTRY_KINDS.find((candidate) => candidate === query.get('kind'))
  const names = useMemo(() => listNames(dictionary.indexEntries()), [dictionary])
  const shown = useMemo(() => filterItems(ofKind(names, kind), typed, textOf), [names, kind, typed])
  return (
    <Card isFlush className="flex-1">
      <div className="flex-none border-b border-line px-3 py-2">
        <Select
          label={TEXT.kind}
          isLabelHidden
          value={kind ?? ALL}
          options={KINDS}
          onChange={(next) => replaceParameter('kind', next === ALL ? undefined : next)}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title={COMMON.filter.none}
          text={COMMON.filter.noneText}
          action={<Button onClick={showAll}>{COMMON.filter.clear}</Button>}
        />
      ) : (
        <VirtualList
          label={TEXT.list}
          items={shown}
          rowHeight={ROW_HEIGHT}
          rowKey={nameOf}
          renderRow={(line) => <Row line={line} />}
          selectedKey={selectedName}
          onSelect={({ name }) =>
            navigate(keepQuery(referenceAddress(name), 'q', 'kind'), { replace: selectedName !== undefined })
          }
        />
      )}
    </Card>
  )
}

function Row({ line: { name, summary, kinds } }: { readonly line: NamedLine }) {
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_auto] content-center gap-x-3 px-3">
      <code className="truncate text-small font-semibold">{name}</code>
      <span className="text-tiny text-ink-3">{kinds.map((kind) => TEXT.kindOf[kind]).join(', ')}</span>
      <span className="col-span-2 truncate text-small text-ink-2">{summary}</span>
    </div>
  )
}

function showAll(): void {
  replaceParameter('kind', undefined)
  replaceParameter('q', undefined)
}

function ofKind(names: readonly NamedLine[], kind: EntryKind | undefined): readonly NamedLine[] {
  return kind === undefined ? names : names.filter(({ kinds }) => kinds.includes(kind))
}

function nameOf({ name }: NamedLine): string {
  return name
}

function textOf({ name, title, summary }: NamedLine): string {
  return `${name} ${title ?? ''} ${summary}`
}

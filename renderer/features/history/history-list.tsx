import { History, SearchX } from 'lucide-react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-browser-location'

import type { HistoryEntry } from '#shared/contract/calls/history.ts'

import { buttonLook } from '../../components/button-look.ts'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import { changeAddress } from '../../frame/addresses.ts'
import { TEXT as CHANGES } from '../common/changes/text.ts'
import { formatMoment } from '../common/format-time.ts'
import { Gate } from '../common/gate.tsx'
import { keepQuery } from '../common/use-address.ts'
import type { HistoryFilter, HistoryListState } from './create-history-list.ts'
import { describeEntry } from './describe-entry.ts'
import { TEXT } from './text.ts'

const ROW_HEIGHT = 48

interface HistoryListProps {
  readonly history: HistoryListState
  readonly filter: HistoryFilter
  readonly selectedId: string | undefined
}

export function HistoryList({ history, filter, selectedId }: HistoryListProps) {
  const { items, status, more } = history
  return (
    <Card isFlush className="flex-1">
      <Gate
        state={history}
        hasValue={status === 'ready' || items.length > 0}
        loading={TEXT.loading}
        failed={TEXT.failed}
      >
        {items.length === 0 ? (
          <Nothing isFiltered={Object.keys(filter).length > 0} />
        ) : (
          <VirtualList
            label={TEXT.list}
            items={items}
            rowHeight={ROW_HEIGHT}
            rowKey={keyOf}
            renderRow={(entry) => <Row entry={entry} />}
            selectedKey={selectedId}
            onReachEnd={() => void more()}
            onSelect={({ id }) =>
              navigate(keepQuery(changeAddress(id), 'q', 'kind', 'door', 'entity'), {
                replace: selectedId !== undefined,
              })
            }
          />
        )}
      </Gate>
    </Card>
  )
}

function Row({ entry }: { readonly entry: HistoryEntry }) {
  return (
    <div className="flex h-full min-w-0 flex-col justify-center px-3">
      <span className="truncate font-medium">{describeEntry(entry)}</span>
      <span className="flex min-w-0 gap-2 text-small text-ink-3">
        <time className="flex-none font-mono" dateTime={new Date(entry.at).toISOString()}>
          {formatMoment(entry.at)}
        </time>
        <span className="min-w-0 truncate">{CHANGES.doors[entry.door]}</span>
      </span>
    </div>
  )
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  if (!isFiltered) return <EmptyState icon={<History />} {...TEXT.empty} />
  const { title, text, action } = TEXT.none
  return (
    <EmptyState
      icon={<SearchX />}
      title={title}
      text={text}
      action={
        <Link href="/history" className={buttonLook()}>
          {action}
        </Link>
      }
    />
  )
}

function keyOf({ id }: HistoryEntry): string {
  return id
}

import { ListFilter } from 'lucide-react'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { useExchanges, useTraffic } from '../../../stores/use-stores.tsx'
import { Gate } from '../../common/gate.tsx'
import { EmptyTraffic } from './empty-traffic.tsx'
import { FilterField } from './filter-field.tsx'
import { TEXT } from './text.ts'
import { TrafficList } from './traffic-list.tsx'
import { setFilter, type View } from './use-view.ts'
import { ViewMenu } from './view-menu.tsx'

interface ListCardProps {
  readonly view: View
  readonly openId: string | undefined
}

export function ListCard({ view, openId }: ListCardProps) {
  const status = useTraffic((state) => state.status)
  const error = useTraffic((state) => state.error)
  const load = useTraffic((state) => state.load)
  const count = useTraffic((state) => state.list.length)
  const waiting = useTraffic((state) => state.waiting)
  const stored = useExchanges((state) => state.stored)
  const isEmpty = status === 'ready' && count === 0 && waiting === 0
  const isFiltered = view.filter.terms.length > 0 || view.filter.words !== ''
  return (
    <Card isFlush className="flex-1">
      {(!isEmpty || isFiltered || stored > 0) && (
        <div className="flex flex-none items-start gap-1.5 border-b border-line p-1.5">
          <FilterField filter={view.filter} />
          <ViewMenu view={view} />
        </div>
      )}
      <Gate
        state={{ status, error, load }}
        hasValue={status === 'ready' || count > 0}
        loading={TEXT.loading}
        failed={TEXT.failed}
        rows={12}
      >
        {isEmpty && isFiltered && <NothingFits />}
        {isEmpty && !isFiltered && <EmptyTraffic />}
        {!isEmpty && <TrafficList view={view} openId={openId} />}
      </Gate>
    </Card>
  )
}

function NothingFits() {
  return (
    <EmptyState
      icon={<ListFilter />}
      title={TEXT.filter.none}
      text={TEXT.filter.noneText}
      action={<Button onClick={() => setFilter({ terms: [], words: '' })}>{TEXT.filter.clearAll}</Button>}
    />
  )
}

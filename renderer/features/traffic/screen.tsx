import { useEffect } from 'react'

import { Screen as Page } from '../../components/screen.tsx'
import { useStores, useTraffic } from '../../stores/use-stores.tsx'
import { Choose } from '../common/choose.tsx'
import { ListDetail } from '../common/list-detail.tsx'
import { useNamed } from '../common/use-address.ts'
import { SelectionDetail } from './detail/selection-detail.tsx'
import { ExchangeDetail } from './detail/exchange-detail.tsx'
import { ExportTraffic } from './detail/export/export-traffic.tsx'
import { ListActions } from './list/list-actions.tsx'
import { ListCard } from './list/list-card.tsx'
import { ListTags } from './list/list-tags.tsx'
import { TEXT } from './list/text.ts'
import { useSeen } from './list/use-seen.ts'
import { listAddress, useView } from './list/use-view.ts'
import { useSelection } from './use-selection.ts'

export function Screen() {
  const { traffic } = useStores()
  const id = useNamed()
  const view = useView()
  const { ids } = useSelection()
  const { filter, order, isGrouped } = view
  useEffect(() => traffic.show({ ...filter, order, isGrouped }), [traffic, filter, order, isGrouped])
  useEffect(() => traffic.open(), [traffic])
  useSeen()
  const isEmpty = useTraffic(({ list, status, waiting }) => list.length === 0 && waiting === 0 && status !== 'loading')
  const isFiltered = filter.terms.length > 0 || filter.words !== ''
  return (
    <Page
      title={TEXT.title}
      isFilling
      tags={<ListTags view={view} />}
      actions={
        <>
          <ExportTraffic />
          {(!isEmpty || isFiltered) && <ListActions view={view} />}
        </>
      }
    >
      <ListDetail
        isEmpty={isEmpty && !isFiltered}
        id="traffic"
        listTitle={TEXT.listPart}
        // A column: what is found about the traffic has its place above the list.
        list={
          <div className="flex min-h-0 flex-1 flex-col gap-3">
            <ListCard view={view} openId={id} />
          </div>
        }
        listSize="64%"
        detailTitle={TEXT.detail}
        detail={chooseDetail(ids, id)}
        placeholder={<Choose {...TEXT.choose} />}
        backHref={listAddress()}
        backLabel={TEXT.back}
      />
    </Page>
  )
}

function chooseDetail(ids: readonly number[], id: string | undefined) {
  if (ids.length > 1) return <SelectionDetail ids={ids} />
  return id === undefined ? undefined : <ExchangeDetail key={id} id={id} />
}

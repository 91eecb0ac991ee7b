import { Screen as Page } from '../../components/screen.tsx'
import { Choose } from '../common/choose.tsx'
import { FilterField } from '../common/filter-field.tsx'
import { ListDetail } from '../common/list-detail.tsx'
import { keepQuery, useNamed } from '../common/use-address.ts'
import { ChangeDetail } from './change-detail.tsx'
import { HistoryFilters } from './history-filters.tsx'
import { HistoryList } from './history-list.tsx'
import { TEXT } from './text.ts'
import { useHistory, useHistoryFilter } from './use-history.ts'

export function Screen() {
  const id = useNamed()
  const filter = useHistoryFilter()
  const history = useHistory(filter)
  const isEmpty = history.status === 'ready' && history.items.length === 0
  return (
    <Page
      title={TEXT.title}
      isFilling
      actions={
        <>
          <HistoryFilters filter={filter} isOfList={id === undefined} />
          <FilterField label={TEXT.filter.search} isOfList={id === undefined} />
        </>
      }
    >
      <ListDetail
        isEmpty={isEmpty}
        id="history"
        listTitle={TEXT.list}
        list={<HistoryList history={history} filter={filter} selectedId={id} />}
        detailTitle={TEXT.detail}
        detail={id === undefined ? undefined : <ChangeDetail key={id} id={id} />}
        placeholder={<Choose {...TEXT.choose} />}
        backHref={keepQuery('/history', 'q', 'kind', 'door', 'entity')}
        backLabel={TEXT.back}
      />
    </Page>
  )
}

import { useQuery } from '../../common/use-address.ts'
import { ListDetail } from '../../common/list-detail.tsx'
import { Choose } from '../../common/choose.tsx'
import { tokensAddress } from '../../../frame/addresses.ts'
import { TokensPage } from '../page.tsx'
import { Filters, readFilter } from './filters.tsx'
import { IssuedDetail } from './issued-detail.tsx'
import { IssuedList } from './issued-list.tsx'
import { TEXT } from './text.ts'
import { useIssued } from './use-issued.ts'

export function View() {
  const query = useQuery()
  const selected = query.get('token') ?? undefined
  const tokens = useIssued(readFilter(query))
  const rest = new URLSearchParams([...query].filter(([name]) => name !== 'token')).toString()
  return (
    <TokensPage view="issued">
      <Filters />
      <ListDetail
        id="issued-tokens"
        listTitle={TEXT.list}
        list={<IssuedList tokens={tokens} selected={selected} />}
        listSize="52%"
        detailTitle={TEXT.detail}
        placeholder={<Choose {...TEXT.choose} />}
        detail={selected === undefined ? undefined : <IssuedDetail key={selected} id={selected} />}
        backHref={`${tokensAddress('issued')}${rest === '' ? '' : `?${rest}`}`}
        backLabel={TEXT.back}
        isEmpty={tokens.items?.length === 0}
      />
    </TokensPage>
  )
}

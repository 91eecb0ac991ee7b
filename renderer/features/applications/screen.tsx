import { Plus } from 'lucide-react'
import { Link } from 'wouter'

import { buttonLook } from '../../components/button-look.ts'
import { Screen as Page } from '../../components/screen.tsx'
import { useClients } from '../../stores/use-stores.tsx'
import { Choose } from '../common/choose.tsx'
import { FilterField } from '../common/filter-field.tsx'
import { ListDetail } from '../common/list-detail.tsx'
import { useNamed } from '../common/use-address.ts'
import { ApplicationDetail } from './application-detail.tsx'
import { ApplicationList } from './application-list.tsx'
import { TEXT } from './text.ts'

export function Screen() {
  const client_id = useNamed()
  const count = useClients(({ items }) => items.length)
  const isEmpty = useClients(({ items, status }) => items.length === 0 && status !== 'loading')
  return (
    <Page
      title={TEXT.title}
      isFilling
      tags={count > 0 && TEXT.count(count)}
      actions={
        <>
          {count > 0 && <FilterField label={TEXT.filter} isOfList={client_id === undefined} />}
          <Link href="/applications/new" className={buttonLook()}>
            <Plus aria-hidden />
            {TEXT.create.action}
          </Link>
        </>
      }
    >
      <ListDetail
        isEmpty={isEmpty && client_id !== 'new'}
        id="applications"
        listTitle={TEXT.list}
        list={<ApplicationList selectedId={client_id} />}
        detailTitle={TEXT.detail}
        detail={client_id === undefined ? undefined : <ApplicationDetail key={client_id} client_id={client_id} />}
        placeholder={<Choose {...TEXT.choose} />}
        backHref="/applications"
        backLabel={TEXT.back}
      />
    </Page>
  )
}

import { Screen as Page } from '../../components/screen.tsx'
import { useUsers } from '../../stores/use-stores.tsx'
import { Choose } from '../common/choose.tsx'
import { FilterField } from '../common/filter-field.tsx'
import { ListDetail } from '../common/list-detail.tsx'
import { useNamed, useQuery } from '../common/use-address.ts'
import { Actions } from './many/actions.tsx'
import { ExportUsers } from './many/export-users.tsx'
import { ImportUsers } from './many/import-users.tsx'
import { TEXT } from './text.ts'
import { UserDetail } from './user-detail.tsx'
import { UserList } from './user-list.tsx'

export function Screen() {
  const username = useNamed()
  const deed = useQuery().get('do')
  const count = useUsers(({ items }) => items.length)
  const isEmpty = useUsers(({ items, status }) => items.length === 0 && status !== 'loading')
  const detail = findDetail(username, deed)
  return (
    <Page
      title={TEXT.title}
      isFilling
      tags={count > 0 && TEXT.count(count)}
      actions={
        <>
          {count > 0 && <FilterField label={TEXT.filter} isOfList={detail === undefined} />}
          <Actions />
        </>
      }
    >
      <ListDetail
        isEmpty={isEmpty}
        id="users"
        listTitle={TEXT.list}
        list={<UserList selectedKey={username} />}
        detailTitle={TEXT.detail}
        detail={detail}
        placeholder={<Choose {...TEXT.choose} />}
        backHref="/users"
        backLabel={TEXT.back}
      />
    </Page>
  )
}

function findDetail(username: string | undefined, deed: string | null) {
  if (username !== undefined) return <UserDetail key={username} username={username} />
  if (deed === 'import') return <ImportUsers />
  if (deed === 'export') return <ExportUsers />
  return undefined
}

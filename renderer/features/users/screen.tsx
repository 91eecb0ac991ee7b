import type { UserView } from '#shared/contract/calls/users.ts'

import { Badge } from '../../components/badge.tsx'
import { Card } from '../../components/card.tsx'
import { JsonTree } from '../../components/json-tree.tsx'
import { Screen as Page } from '../../components/screen.tsx'
import { useUsers } from '../../stores/use-stores.tsx'
import { Choose } from '../common/choose.tsx'
import { EntityCard } from '../common/entity-card.tsx'
import { FilterField } from '../common/filter-field.tsx'
import { Gone } from '../common/gone.tsx'
import { ListDetail } from '../common/list-detail.tsx'
import { useNamed } from '../common/use-address.ts'
import { ClaimsTab } from './claims-tab.tsx'
import { SignInTab } from './sign-in-tab.tsx'
import { TEXT } from './text.ts'
import { nameOf, UserList } from './user-list.tsx'

export function Screen() {
  const username = useNamed()
  const count = useUsers(({ items }) => items.length)
  const isEmpty = useUsers(({ items, status }) => items.length === 0 && status !== 'loading')
  return (
    <Page
      title={TEXT.title}
      isFilling
      tags={count > 0 && TEXT.count(count)}
      actions={count > 0 && <FilterField label={TEXT.filter} isOfList={username === undefined} />}
    >
      <ListDetail
        isEmpty={isEmpty}
        id="users"
        listTitle={TEXT.list}
        list={<UserList selectedKey={username} />}
        detailTitle={TEXT.detail}
        detail={username === undefined ? undefined : <UserDetail key={username} username={username} />}
        placeholder={<Choose {...TEXT.choose} />}
        backHref="/users"
        backLabel={TEXT.back}
      />
    </Page>
  )
}

function UserDetail({ username }: { readonly username: string }) {
  const user = useUsers(({ items }) => items.find((item) => item.username === username))
  const isReady = useUsers(({ status }) => status === 'ready')
  if (user !== undefined) return <User user={user} />
  if (!isReady) return <Card className="flex-1" />
  return <Gone {...TEXT.gone} title={TEXT.gone.title(username)} href="/users" />
}

function User({ user }: { readonly user: UserView }) {
  const { tabs } = TEXT
  return (
    <EntityCard
      actor="user"
      title={nameOf(user)}
      aside={user.meta.hasSecondFactor && <Badge>{TEXT.secondFactor}</Badge>}
      tabsLabel={tabs.label}
      tabs={[
        { id: 'sign-in', title: tabs.signIn, content: <SignInTab user={user} /> },
        { id: 'claims', title: tabs.claims, content: <ClaimsTab user={user} /> },
        {
          id: 'json',
          title: tabs.json,
          content: (
            <div className="p-3.5">
              <JsonTree value={user} label={TEXT.json} />
            </div>
          ),
        },
      ]}
    />
  )
}

import type { UserView } from '#shared/contract/calls/users.ts'

import { Badge } from '../../components/badge.tsx'
import { Card } from '../../components/card.tsx'
import { JsonTree } from '../../components/json-tree.tsx'
import { useUsers } from '../../stores/use-stores.tsx'
import { EntityCard } from '../common/entity-card.tsx'
import { Gone } from '../common/gone.tsx'
import { AccessTab } from './access/access-tab.tsx'
import { ClaimsTab } from './claims/claims-tab.tsx'
import { CreateUser } from './edit/create-user.tsx'
import { EditTab } from './edit/edit-tab.tsx'
import { nameOf } from './name-of.ts'
import { SignInAs } from './sign-in/sign-in-as.tsx'
import { SignInTab } from './sign-in/sign-in-tab.tsx'
import { TEXT } from './text.ts'
import { UserMenu } from './user-menu.tsx'

export function UserDetail({ username }: { readonly username: string }) {
  const user = useUsers(({ items }) => items.find((item) => item.username === username))
  const isReady = useUsers(({ status }) => status === 'ready')
  if (user !== undefined) return <User user={user} />
  if (username === 'new') return <CreateUser />
  if (!isReady) return <Card className="flex-1" />
  return <Gone {...TEXT.gone} title={TEXT.gone.title(username)} href="/users" />
}

function User({ user }: { readonly user: UserView }) {
  const { tabs } = TEXT
  return (
    <EntityCard
      actor="user"
      title={nameOf(user)}
      aside={
        <span className="flex flex-wrap items-center gap-1.5">
          {user.meta.hasSecondFactor && <Badge>{TEXT.secondFactor}</Badge>}
          <SignInAs user={user} />
          <UserMenu user={user} />
        </span>
      }
      tabsLabel={tabs.label}
      tabs={[
        { id: 'sign-in', title: tabs.signIn, content: <SignInTab user={user} /> },
        { id: 'edit', title: tabs.edit, content: <EditTab user={user} /> },
        { id: 'claims', title: tabs.claims, content: <ClaimsTab user={user} /> },
        { id: 'access', title: tabs.access, content: <AccessTab user={user} /> },
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

import { UserRound } from 'lucide-react'

import type { UserView } from '#shared/contract/calls/users.ts'

import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { userAddress } from '../../frame/addresses.ts'
import { useUsers } from '../../stores/use-stores.tsx'
import { EntityList, type EntityRow } from '../common/entity-list.tsx'
import { useFiltered } from '../common/filter-items.ts'
import { Gate } from '../common/gate.tsx'
import { nameOf } from './name-of.ts'
import { TEXT } from './text.ts'

export function UserList({ selectedKey }: { readonly selectedKey: string | undefined }) {
  const users = useUsers((state) => state)
  const shown = useFiltered(users.items, textOf)
  const hasValue = users.status === 'ready' || users.items.length > 0
  return (
    <Card isFlush className="flex-1">
      <Gate state={users} hasValue={hasValue} loading={TEXT.loading} failed={TEXT.failed}>
        {users.items.length === 0 ? (
          <EmptyState icon={<UserRound />} {...TEXT.empty} />
        ) : (
          <EntityList
            label={TEXT.list}
            items={shown}
            keyOf={keyOf}
            addressOf={addressOf}
            rowOf={rowOf}
            selectedKey={selectedKey}
          />
        )}
      </Gate>
    </Card>
  )
}

function keyOf({ username }: UserView): string {
  return username
}

function addressOf({ username }: UserView): string {
  return userAddress(username)
}

function rowOf(user: UserView): EntityRow {
  const { email } = user.claims
  const name = typeof email === 'string' ? `${user.username} · ${email}` : user.username
  return { actor: 'user', title: nameOf(user), name, aside: user.meta.hasSecondFactor && TEXT.secondFactor }
}

function textOf(user: UserView): string {
  const { email } = user.claims
  return [user.username, nameOf(user), typeof email === 'string' ? email : ''].join(' ')
}

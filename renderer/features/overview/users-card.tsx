import type { UserView } from '#shared/contract/calls/users.ts'

import { Card } from '../../components/card.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { userAddress } from '../../frame/addresses.ts'
import { useCall } from '../../stores/use-call.ts'
import { useUsers } from '../../stores/use-stores.tsx'
import { Gate } from '../common/gate.tsx'
import { TextLink } from '../common/text-link.tsx'
import { TEXT } from './text.ts'

const words = TEXT.users
const MOST = 8

/** Their passwords stand on the sign-in page as well: this is a playground. */
export function UsersCard() {
  const users = useUsers((state) => state)
  const { items, status } = users
  return (
    <Card
      isFlush
      title={words.title}
      aside={items.length > MOST ? <TextLink href="/users">{words.all(items.length)}</TextLink> : words.aside}
    >
      <Gate
        state={users}
        hasValue={status === 'ready' || items.length > 0}
        loading={words.loading}
        failed={words.failed}
      >
        {items.length === 0 ? (
          <p className="p-3.5 text-ink-2">{words.none}</p>
        ) : (
          <table className="w-full table-fixed text-left">
            <caption className="sr-only">{words.caption}</caption>
            <thead>
              <tr className="text-tiny text-ink-3 [&>th]:px-3 [&>th]:py-1.5 [&>th]:font-medium">
                <th scope="col">{words.username}</th>
                <th scope="col">{words.password}</th>
              </tr>
            </thead>
            <tbody>
              {items.slice(0, MOST).map((user) => (
                <UserRow key={user.username} user={user} />
              ))}
            </tbody>
          </table>
        )}
      </Gate>
    </Card>
  )
}

function UserRow({ user: { username, meta } }: { readonly user: UserView }) {
  const password = useCall('users.get', { username, secrets: true }, ['users']).value?.value.password
  return (
    <tr className="border-t border-line [&>*]:px-3 [&>*]:py-1">
      <th scope="row" className="truncate font-normal">
        <TextLink href={userAddress(username)}>{username}</TextLink>
      </th>
      <td>
        <span className="flex items-center gap-1">
          <code className="truncate text-small">{password ?? '…'}</code>
          {password !== undefined && <CopyButton text={password} label={`Copy the password of ${username}`} />}
          {meta.hasSecondFactor && <span className="truncate text-small text-ink-3">{words.secondFactor}</span>}
        </span>
      </td>
    </tr>
  )
}

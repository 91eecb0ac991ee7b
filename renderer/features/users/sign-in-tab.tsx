import { Fragment } from 'react'

import type { UserView } from '#shared/contract/calls/users.ts'

import { DefinitionList } from '../../components/definition-list.tsx'
import { applicationAddress } from '../../frame/addresses.ts'
import { useCall } from '../../stores/use-call.ts'
import { useBridge } from '../../stores/use-stores.tsx'
import { SecretValue } from '../common/secret-value.tsx'
import { TextLink } from '../common/text-link.tsx'
import { TEXT } from './text.ts'

const MOST = 500

export function SignInTab({ user }: { readonly user: UserView }) {
  const bridge = useBridge()
  const { username, meta } = user
  const ask = async () => (await bridge.call('users.get', { username, secrets: true })).value
  const askPassword = async () => (await ask()).password
  const askSecret = async () => (await ask()).secondFactor?.totpSecret
  return (
    <DefinitionList
      items={[
        {
          term: TEXT.username,
          value: <code className="text-small">{username}</code>,
          copy: username,
          hint: TEXT.usernameHint,
        },
        { term: TEXT.password, value: <SecretValue name={TEXT.password} reveal={askPassword} /> },
        meta.hasSecondFactor
          ? {
              term: TEXT.secret,
              value: <SecretValue name={TEXT.secret} reveal={askSecret} />,
              hint: TEXT.secretHint,
            }
          : { term: TEXT.secret, value: TEXT.noSecret },
        { term: TEXT.sessions, value: <Sessions username={username} /> },
        { term: TEXT.grants, value: <Grants username={username} /> },
      ]}
    />
  )
}

function Sessions({ username }: { readonly username: string }) {
  const { value } = useCall('sessions.list', { user: username, limit: MOST })
  return value === undefined ? null : TEXT.sessionCount(value.items.length, value.next !== undefined)
}

function Grants({ username }: { readonly username: string }) {
  const { value } = useCall('grants.list', { user: username, limit: MOST })
  if (value === undefined) return null
  const clients = [...new Set(value.items.map(({ client_id }) => client_id))]
  if (clients.length === 0) return TEXT.noGrant
  return clients.map((client_id, index) => (
    <Fragment key={client_id}>
      {index > 0 && ', '}
      <TextLink href={applicationAddress(client_id)}>{client_id}</TextLink>
    </Fragment>
  ))
}

import type { UserView } from '#shared/contract/calls/users.ts'

import { DefinitionList } from '../../../components/definition-list.tsx'
import { useBridge } from '../../../stores/use-stores.tsx'
import { SecretValue } from '../../common/secret-value.tsx'
import { TEXT } from '../text.ts'
import { SecondFactor } from './second-factor.tsx'

export function SignInTab({ user }: { readonly user: UserView }) {
  const bridge = useBridge()
  const { username } = user
  const askPassword = async () => (await bridge.call('users.get', { username, secrets: true })).value.password
  return (
    <>
      <DefinitionList
        items={[
          {
            term: TEXT.username,
            value: <code className="text-small">{username}</code>,
            copy: username,
            hint: TEXT.usernameHint,
          },
          { term: TEXT.password, value: <SecretValue name={TEXT.password} reveal={askPassword} /> },
        ]}
      />
      <SecondFactor user={user} />
    </>
  )
}

import type { ReactNode } from 'react'

import { DEMO_APIS } from '#shared/model/demo-api.ts'
import type { Exchange } from '#shared/model/exchange.ts'

import { apiAddress, applicationAddress, userAddress } from '../../../frame/addresses.ts'
import { useApis, useClients, useUsers } from '../../../stores/use-stores.tsx'
import { formatClock, formatMoment } from '../../common/format-time.ts'
import { TextLink } from '../../common/text-link.tsx'
import { TEXT } from './text.ts'

const words = TEXT.one.facts

export function Facts({ exchange }: { readonly exchange: Exchange }) {
  const { startedAt, client_id, user, grantType, endpoint, remote } = exchange
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-small">
      <Fact term={words.time}>{`${formatMoment(startedAt).slice(0, 10)} ${formatClock(startedAt)}`}</Fact>
      {client_id !== undefined && (
        <Fact term={words.client}>
          <ClientName client_id={client_id} />
        </Fact>
      )}
      {user !== undefined && (
        <Fact term={words.user}>
          <UserName username={user} />
        </Fact>
      )}
      {grantType !== undefined && <Fact term={words.grant}>{grantType}</Fact>}
      <Fact term={words.endpoint}>{endpoint}</Fact>
      {endpoint === 'api' && <ApiFact url={exchange.url} />}
      {remote !== undefined && <Fact term={words.from}>{`${remote.address}, port ${remote.port}`}</Fact>}
    </dl>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="font-mono wrap-anywhere">{children}</dd>
    </>
  )
}

/** The demo APIs are those that are called here. */
function ApiFact({ url }: { readonly url: string }) {
  const name = /^\/apis\/([^/]+)/.exec(URL.parse(url)?.pathname ?? '')?.[1]
  const identifier = DEMO_APIS.find((demo) => demo.name === name)?.identifier
  const api = useApis(({ items }) => items.find((item) => item.identifier === identifier))
  if (api === undefined) return null
  return (
    <Fact term={words.api}>
      <TextLink href={apiAddress(api.identifier)}>{api.name}</TextLink>
    </Fact>
  )
}

/** What was sent need not exist. */
function ClientName({ client_id }: { readonly client_id: string }) {
  const isKnown = useClients(({ items }) => items.some((client) => client.client_id === client_id))
  return isKnown ? <TextLink href={applicationAddress(client_id)}>{client_id}</TextLink> : client_id
}

function UserName({ username }: { readonly username: string }) {
  const isKnown = useUsers(({ items }) => items.some((user) => user.username === username))
  return isKnown ? <TextLink href={userAddress(username)}>{username}</TextLink> : username
}

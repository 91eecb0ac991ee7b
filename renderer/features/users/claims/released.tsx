import { useState } from 'react'

import type { ClientView } from '#shared/contract/calls/clients.ts'
import type { PreviewChoice, PreviewScope } from '#shared/contract/calls/tokens.ts'
import type { UserView } from '#shared/contract/calls/users.ts'
import { GRANT } from '#shared/oauth/protocol.ts'
import { isOidcScope, splitScope } from '#shared/oauth/scope.ts'

import { Notice } from '../../../components/notice.tsx'
import { Select } from '../../../components/select.tsx'
import { type Column, Table } from '../../../components/table.tsx'
import { tokensAddress } from '../../../frame/addresses.ts'
import { useCall } from '../../../stores/use-call.ts'
import { useClients } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { Gate } from '../../common/gate.tsx'
import { TextLink } from '../../common/text-link.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.claims.released
const ALL = ['openid', 'profile', 'email', 'address', 'phone']

/** What each scope would release to an application, by the issuer's own word. */
export function Released({ user: { username } }: { readonly user: UserView }) {
  const clients = useClients(({ items }) => items)
  const able = clients.filter(signsIn)
  const [chosen, setChosen] = useState<string>()
  const client = able.find(({ client_id }) => client_id === chosen) ?? able[0]
  return (
    <section aria-label={words.title} className="flex flex-col gap-2 border-t border-line px-3.5 py-3">
      <h3 className="font-semibold">{words.title}</h3>
      <p className="text-ink-2">{words.text}</p>
      {client === undefined ? (
        <p className="text-ink-3">{words.noApplication}</p>
      ) : (
        <>
          <Select
            label={words.application}
            className="max-w-sm"
            value={client.client_id}
            options={able.map((one) => ({ value: one.client_id, label: clientName(one) }))}
            onChange={setChosen}
          />
          <Answer choice={choiceOf(client, username)} />
        </>
      )}
    </section>
  )
}

function Answer({ choice }: { readonly choice: PreviewChoice }) {
  const state = useCall('tokens.preview', { choice }, ['users', 'clients', 'apis', 'settings'])
  const query = new URLSearchParams({ client: choice.client_id, ...(choice.user && { user: choice.user }) })
  return (
    <Gate state={state} hasValue={state.value !== undefined} loading={words.loading} failed={words.failed} rows={4}>
      {state.value?.refused !== undefined && (
        <Notice tone="warn">
          {words.refused(state.value.refused.reason ?? state.value.refused.description ?? state.value.refused.error)}
        </Notice>
      )}
      <div className="-mx-3.5">
        <Table
          caption={words.caption}
          columns={COLUMNS}
          rows={state.value?.scopes ?? []}
          rowKey={({ scope }) => scope}
        />
      </div>
      <p>
        <TextLink href={`${tokensAddress('preview')}?${query.toString()}`}>{words.more}</TextLink>
      </p>
    </Gate>
  )
}

const COLUMNS: readonly Column<PreviewScope>[] = [
  {
    key: 'scope',
    title: words.scope,
    width: '38%',
    cell: ({ scope }) => <code className="text-small font-semibold">{scope}</code>,
  },
  { key: 'gets', title: words.gets, cell: (scope) => <Gets scope={scope} /> },
]

function Gets({ scope: { outcome, why, claims } }: { readonly scope: PreviewScope }) {
  if (outcome !== 'granted') return <span className="text-ink-3">{words.why[why]}</span>
  if (claims.length === 0) return <span className="text-ink-3">{words.nothing}</span>
  return <code className="text-small wrap-anywhere whitespace-normal">{claims.join(', ')}</code>
}

function signsIn({ grant_types, response_types }: ClientView): boolean {
  const mayAsk = !Array.isArray(grant_types) || grant_types.includes(GRANT.authorizationCode)
  return mayAsk && (!Array.isArray(response_types) || response_types.includes('code'))
}

function choiceOf({ client_id, scope }: ClientView, user: string): PreviewChoice {
  const own = scope === undefined ? ALL : splitScope(scope)
  return {
    client_id,
    user,
    grant_type: GRANT.authorizationCode,
    response_type: 'code',
    scope: own.filter((name) => isOidcScope(name) && name !== 'offline_access'),
  }
}

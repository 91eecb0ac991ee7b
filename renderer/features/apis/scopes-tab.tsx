import { Fragment } from 'react'

import type { ClientView } from '#shared/contract/calls/clients.ts'
import { splitScope } from '#shared/oauth/scope.ts'

import { type Column, Table } from '../../components/table.tsx'
import { applicationAddress } from '../../frame/addresses.ts'
import type { ApiView } from '../../stores/stores.ts'
import { useClients } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { TextLink } from '../common/text-link.tsx'
import { TEXT } from './text.ts'

const words = TEXT.scopes
/** More names than these nobody reads in a cell. */
const MOST_NAMED = 5

interface ScopeRow {
  readonly scope: string
  readonly means: string | undefined
  readonly askedBy: readonly ClientView[]
}

const COLUMNS: readonly Column<ScopeRow>[] = [
  {
    key: 'scope',
    title: words.scope,
    width: '34%',
    cell: ({ scope }) => <code className="text-small font-semibold">{scope}</code>,
  },
  { key: 'means', title: words.means, isSecondary: true, cell: ({ means }) => <span title={means}>{means}</span> },
  { key: 'by', title: words.askedBy, width: '34%', cell: ({ askedBy }) => <Askers clients={askedBy} /> },
]

export function ScopesTab({ api }: { readonly api: ApiView }) {
  const clients = useClients(({ items }) => items)
  if (api.scopes.length === 0) return <p className="p-3.5 text-ink-2">{words.none}</p>
  const rows = api.scopes.map(({ name, description }) => ({
    scope: name,
    means: description,
    askedBy: clients.filter((client) => splitScope(client['scope']).includes(name)),
  }))
  return <Table caption={words.caption} columns={COLUMNS} rows={rows} rowKey={({ scope }) => scope} />
}

function Askers({ clients }: { readonly clients: readonly ClientView[] }) {
  if (clients.length === 0) return <span className="text-ink-3">{words.nobody}</span>
  const more = clients.length - MOST_NAMED
  return (
    <>
      {clients.slice(0, MOST_NAMED).map((client, index) => (
        <Fragment key={client.client_id}>
          {index > 0 && ', '}
          <TextLink href={applicationAddress(client.client_id)}>{clientName(client)}</TextLink>
        </Fragment>
      ))}
      {more > 0 && <span className="text-ink-3"> +{more}</span>}
    </>
  )
}

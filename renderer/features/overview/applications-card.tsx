import { navigate } from 'wouter/use-browser-location'

import type { ClientView } from '#shared/contract/calls/clients.ts'

import { Card } from '../../components/card.tsx'
import { type Column, Table } from '../../components/table.tsx'
import { applicationAddress } from '../../frame/addresses.ts'
import { useClients } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { Gate } from '../common/gate.tsx'
import { TextLink } from '../common/text-link.tsx'
import { TEXT } from './text.ts'

const words = TEXT.applications
const MOST = 12

const COLUMNS: readonly Column<ClientView>[] = [
  { key: 'name', title: words.name, cell: (client) => <b>{clientName(client)}</b> },
  {
    key: 'client_id',
    title: <code>{words.client_id}</code>,
    cell: ({ client_id }) => <code className="text-small text-ink-2">{client_id}</code>,
  },
  {
    key: 'redirects',
    title: words.redirects,
    width: '46%',
    isSecondary: true,
    cell: (client) => <Redirects client={client} />,
  },
]

export function ApplicationsCard() {
  const clients = useClients((state) => state)
  const { items, status } = clients
  return (
    <Card
      isFlush
      title={words.title}
      aside={items.length > 0 && <TextLink href="/applications">{words.all(items.length)}</TextLink>}
    >
      <Gate
        state={clients}
        hasValue={status === 'ready' || items.length > 0}
        loading={words.loading}
        failed={words.failed}
      >
        {items.length === 0 ? (
          <p className="p-3.5 text-ink-2">{words.none}</p>
        ) : (
          <Table
            caption={words.caption}
            columns={COLUMNS}
            rows={items.slice(0, MOST)}
            rowKey={({ client_id }) => client_id}
            rowHref={addressOf}
            onSelect={(client) => navigate(addressOf(client))}
          />
        )}
      </Gate>
    </Card>
  )
}

function addressOf({ client_id }: ClientView): string {
  return applicationAddress(client_id)
}

function Redirects({ client: { redirect_uris } }: { readonly client: ClientView }) {
  const [first, ...others] = Array.isArray(redirect_uris) ? redirect_uris : []
  if (typeof first !== 'string') return <span className="text-ink-3">{words.noRedirect}</span>
  return (
    <code className="text-small" title={[first, ...others].join('\n')}>
      {first}
      {others.length > 0 && <span className="text-ink-3"> {words.more(others.length)}</span>}
    </code>
  )
}

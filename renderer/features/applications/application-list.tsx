import { LayoutGrid } from 'lucide-react'
import { useMemo } from 'react'

import type { ClientView } from '#shared/contract/calls/clients.ts'
import type { ClientUse } from '#shared/contract/calls/uses.ts'

import { Card } from '../../components/card.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { applicationAddress } from '../../frame/addresses.ts'
import { useClients, useUses } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { EntityList, type EntityRow } from '../common/entity-list.tsx'
import { useFiltered } from '../common/filter-items.ts'
import { Gate } from '../common/gate.tsx'
import { useNow } from '../common/tokens/use-now.ts'
import { useQuery } from '../common/use-address.ts'
import { useProgram } from '../common/use-program.ts'
import { createClientCommand } from './call-management.ts'
import { explainKind } from './explain-kind.ts'
import { LastUsed } from './list/last-used.tsx'
import { nameGrants } from './list/name-grants.ts'
import { SortBar } from './list/sort-bar.tsx'
import { ORDERS, sortClients } from './list/sort.ts'
import { listOf, readNewClient } from './prepared-change.ts'
import { TEXT } from './text.ts'

export function ApplicationList({ selectedId }: { readonly selectedId: string | undefined }) {
  const clients = useClients((state) => state)
  const uses = useUses()
  // To the minute: a list of a thousand is not drawn anew each second.
  const minute = Math.floor(useNow() / 60)
  const wanted = useQuery().get('sort')
  const order = ORDERS.find((one) => one === wanted) ?? 'name'
  const sorted = useMemo(() => sortClients(clients.items, order, uses), [clients.items, order, uses])
  const shown = useFiltered(sorted, textOf)
  return (
    <Card isFlush className="flex-1">
      <Gate
        state={clients}
        hasValue={clients.status === 'ready' || clients.items.length > 0}
        loading={TEXT.loading}
        failed={TEXT.failed}
      >
        {clients.items.length === 0 ? (
          <NoApplication />
        ) : (
          <>
            <SortBar order={order} />
            <EntityList
              label={TEXT.list}
              items={shown}
              keyOf={keyOf}
              addressOf={addressOf}
              rowOf={(client) => buildRow(client, uses.get(client.client_id), (minute + 1) * 60_000)}
              selectedKey={selectedId}
            />
          </>
        )}
      </Gate>
    </Card>
  )
}

function NoApplication() {
  const program = useProgram()
  const example = readNewClient(new URLSearchParams({ client_id: 'my-app', redirect_uri: 'http://localhost:5173/' }))
  return (
    <EmptyState
      icon={<LayoutGrid />}
      title={TEXT.empty.title}
      text={TEXT.empty.text}
      action={
        program && (
          <CodeBlock
            className="text-left"
            language="shell"
            label={TEXT.empty.code}
            code={createClientCommand(program.api, example)}
          />
        )
      }
    />
  )
}

function keyOf({ client_id }: ClientView): string {
  return client_id
}

function addressOf({ client_id }: ClientView): string {
  return applicationAddress(client_id)
}

function buildRow(client: ClientView, use: ClientUse | undefined, now: number): EntityRow {
  const grants = nameGrants(client)
  return {
    actor: 'client',
    title: clientName(client),
    name: grants === '' ? client.client_id : `${client.client_id} · ${grants}`,
    aside: (
      <span className="flex flex-col items-end">
        <span>{explainKind(client)}</span>
        <LastUsed use={use} now={now} />
      </span>
    ),
  }
}

function textOf(client: ClientView): string {
  const { client_id, meta } = client
  return [
    clientName(client),
    client_id,
    explainKind(client),
    meta.origin,
    ...listOf(client, 'redirect_uris'),
    ...listOf(client, 'grant_types'),
  ].join(' ')
}

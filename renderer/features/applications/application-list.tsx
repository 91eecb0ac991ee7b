import { LayoutGrid } from 'lucide-react'
import { useMemo } from 'react'

import type { ClientView } from '#shared/contract/calls/clients.ts'

import { Card } from '../../components/card.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { applicationAddress } from '../../frame/addresses.ts'
import { useClients } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { EntityList, type EntityRow } from '../common/entity-list.tsx'
import { useFiltered } from '../common/filter-items.ts'
import { Gate } from '../common/gate.tsx'
import { useProgram } from '../common/use-program.ts'
import { createClientCommand } from './call-management.ts'
import { explainKind } from './explain-kind.ts'
import { listOf, readNewClient } from './prepared-change.ts'
import { TEXT } from './text.ts'

export function ApplicationList({ selectedId }: { readonly selectedId: string | undefined }) {
  const clients = useClients((state) => state)
  const sorted = useMemo(() => clients.items.toSorted(byName), [clients.items])
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
          <EntityList
            label={TEXT.list}
            items={shown}
            keyOf={keyOf}
            addressOf={addressOf}
            rowOf={rowOf}
            selectedKey={selectedId}
          />
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

const ORDER = new Intl.Collator('en', { numeric: true })

function byName(one: ClientView, other: ClientView): number {
  return ORDER.compare(clientName(one), clientName(other))
}

function keyOf({ client_id }: ClientView): string {
  return client_id
}

function addressOf({ client_id }: ClientView): string {
  return applicationAddress(client_id)
}

function rowOf(client: ClientView): EntityRow {
  return { actor: 'client', title: clientName(client), name: client.client_id, aside: explainKind(client) }
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

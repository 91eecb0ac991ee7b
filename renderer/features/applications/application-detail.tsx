import type { ClientView } from '#shared/contract/calls/clients.ts'

import { Badge } from '../../components/badge.tsx'
import { Card } from '../../components/card.tsx'
import { JsonTree } from '../../components/json-tree.tsx'
import { useClients } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { EntityCard } from '../common/entity-card.tsx'
import { Gone } from '../common/gone.tsx'
import { useQuery } from '../common/use-address.ts'
import { ApplicationMenu } from './application-menu.tsx'
import { ChooseKind } from './create/choose-kind.tsx'
import { CreateForm } from './create/create-form.tsx'
import { findKind } from './create/kinds.ts'
import { explainKind, isPublic } from './explain-kind.ts'
import { EditTab } from './form/edit-tab.tsx'
import { MadeSecretNotice } from './made-secret-notice.tsx'
import { NewApplication } from './new-application.tsx'
import { OnSightNotice } from './on-sight-notice.tsx'
import { PreparedNotice } from './prepared-notice.tsx'
import { QuickStartTab } from './quick-start/quick-start-tab.tsx'
import { ScopesTab } from './scopes-tab.tsx'
import { SettingsTab } from './settings-tab.tsx'
import { TEXT } from './text.ts'

export function ApplicationDetail({ client_id }: { readonly client_id: string }) {
  const client = useClients(({ items }) => items.find((item) => item.client_id === client_id))
  const isReady = useClients(({ status }) => status === 'ready')
  if (client !== undefined) return <Application client={client} />
  if (!isReady) return <Card className="flex-1" />
  return client_id === 'new' ? <New /> : <Gone {...TEXT.gone} title={TEXT.gone.title(client_id)} href="/applications" />
}

/** What an error page prepared; else one begins with what it is to be. */
function New() {
  const query = useQuery()
  const kind = findKind(query.get('kind'))
  if (query.has('client_id') || query.has('redirect_uri')) return <NewApplication />
  return kind === undefined ? <ChooseKind /> : <CreateForm key={kind.id} kind={kind} />
}

function Application({ client }: { readonly client: ClientView }) {
  const { tabs } = TEXT
  return (
    <EntityCard
      actor="client"
      title={clientName(client)}
      aside={
        <span className="flex flex-wrap items-center gap-1.5">
          <Badge>{explainKind(client)}</Badge>
          <Badge>{isPublic(client) ? TEXT.isPublic : TEXT.isConfidential}</Badge>
          <ApplicationMenu client={client} />
        </span>
      }
      tabsLabel={tabs.label}
      tabs={[
        {
          id: 'settings',
          title: tabs.settings,
          content: (
            <>
              <OnSightNotice client={client} />
              <PreparedNotice client={client} />
              <MadeSecretNotice client={client} />
              <SettingsTab client={client} />
            </>
          ),
        },
        { id: 'edit', title: tabs.edit, content: <EditTab client={client} /> },
        { id: 'quick-start', title: tabs.quickStart, content: <QuickStartTab client={client} /> },
        { id: 'scopes', title: tabs.scopes, content: <ScopesTab client={client} /> },
        { id: 'json', title: tabs.json, content: <Json client={client} /> },
      ]}
    />
  )
}

function Json({ client: { meta: _meta, ...metadata } }: { readonly client: ClientView }) {
  return (
    <div className="p-3.5">
      <JsonTree value={metadata} label={TEXT.json} />
    </div>
  )
}

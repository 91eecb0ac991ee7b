import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'

import type { OutsideClientView, OutsideIssuerView } from '#shared/contract/calls/issuers.ts'

import { Badge } from '../../../components/badge.tsx'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import type { IssuersView } from '../../../stores/stores.ts'
import { ClientForm } from './client-form.tsx'
import { TEXT } from './text.ts'
import { toInput, useSaveIssuer, useToast } from './use-save-issuer.ts'

const words = TEXT.clients

interface ClientCardProps {
  readonly issuer: OutsideIssuerView
  readonly keeping: IssuersView['keeping']
}

const NEW = Symbol('a new client')

export function ClientCard({ issuer, keeping }: ClientCardProps) {
  const { clients } = issuer
  const [edited, setEdited] = useState<string | typeof NEW | undefined>(clients.length === 0 ? NEW : undefined)
  const close = () => setEdited(undefined)
  return (
    <Card isFlush title={words.title}>
      {clients.length === 0 && <p className="px-3.5 py-3 text-ink-2">{words.none}</p>}
      {clients.length > 0 && (
        <ul aria-label={words.title} className="divide-y divide-line">
          {clients.map((client) =>
            client.client_id === edited ? (
              <li key={client.client_id} className="px-3.5 py-3">
                <ClientForm issuer={issuer} client={client} onClose={close} />
              </li>
            ) : (
              <ClientRow
                key={client.client_id}
                issuer={issuer}
                client={client}
                onEdit={() => setEdited(client.client_id)}
              />
            ),
          )}
        </ul>
      )}
      <div className="border-t border-line px-3.5 py-3">
        {edited === NEW ? (
          <ClientForm issuer={issuer} client={undefined} onClose={close} />
        ) : (
          <Button icon={<Plus aria-hidden />} onClick={() => setEdited(NEW)}>
            {words.add}
          </Button>
        )}
      </div>
      <p className="border-t border-line px-3.5 py-2 text-small text-ink-3">{TEXT.keeping[keeping]}</p>
    </Card>
  )
}

interface ClientRowProps {
  readonly issuer: OutsideIssuerView
  readonly client: OutsideClientView
  readonly onEdit: () => void
}

function ClientRow({ issuer, client, onEdit }: ClientRowProps) {
  const { client_id, client_name, token_endpoint_auth_method: method, meta } = client
  const name = client_name ?? client_id
  return (
    <li className="flex items-center gap-2 px-3.5 py-2">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="font-medium wrap-anywhere">{name}</span>
        {client_name !== undefined && <code className="text-small wrap-anywhere text-ink-3">{client_id}</code>}
        {method !== undefined && (
          <Badge>
            <code>{method}</code>
          </Badge>
        )}
        <State state={meta.secret} words={words.secret} />
        <State state={meta.key} words={words.key} />
      </div>
      <IconButton label={words.editNamed(name)} size="small" icon={<Pencil aria-hidden />} onClick={onEdit} />
      <RemoveClient issuer={issuer} client_id={client_id} name={name} />
    </li>
  )
}

interface StateProps {
  readonly state: OutsideClientView['meta']['secret']
  readonly words: Readonly<Record<OutsideClientView['meta']['secret'], string>>
}

function State({ state, words: ofState }: StateProps) {
  return state === 'none' ? null : <Badge tone={state === 'there' ? 'good' : 'warn'}>{ofState[state]}</Badge>
}

interface RemoveClientProps extends Pick<ClientRowProps, 'issuer'> {
  readonly client_id: string
  readonly name: string
}

function RemoveClient({ issuer, client_id, name }: RemoveClientProps) {
  const save = useSaveIssuer(issuer)
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)

  async function remove(): Promise<void> {
    setAsking(false)
    const rest = issuer.clients.filter((client) => client.client_id !== client_id)
    const { error } = await save({ clients: rest.map(toInput) })
    if (error !== undefined) toast.notSaved(error)
  }

  return (
    <>
      <IconButton
        label={words.removeNamed(name)}
        size="small"
        icon={<Trash2 aria-hidden />}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        title={words.removeTitle(name)}
        text={words.removeText}
        confirmLabel={words.remove}
        isDangerous
        isOpen={isAsking}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}

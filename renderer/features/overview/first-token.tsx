import type { ClientView } from '#shared/contract/calls/clients.ts'
import { GRANT, ROUTES } from '#shared/oauth/protocol.ts'

import { Card } from '../../components/card.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { useCall } from '../../stores/use-call.ts'
import { useClients } from '../../stores/use-stores.tsx'
import { buildCurl } from '../common/build-curl.ts'
import { clientName } from '../common/client-name.ts'
import { Gate } from '../common/gate.tsx'
import { TextLink } from '../common/text-link.tsx'
import { useProgram } from '../common/use-program.ts'
import { pickScope, pickTokenClient } from './pick-token-client.ts'
import { TEXT } from './text.ts'

const words = TEXT.token

/** One command that works as it stands, with a real application and its real secret. */
export function FirstToken() {
  const client = useClients(({ items }) => pickTokenClient(items))
  const clients = useClients((state) => state)
  const hasValue = clients.status === 'ready' || client !== undefined
  return (
    <Card title={words.title} aside={client && words.aside(clientName(client))}>
      <Gate state={clients} hasValue={hasValue} loading={words.loading} failed={TEXT.applications.failed} rows={2}>
        {client === undefined ? <p className="text-ink-2">{words.none}</p> : <Command client={client} />}
      </Gate>
    </Card>
  )
}

function Command({ client }: { readonly client: ClientView }) {
  const state = useCall('clients.get', { client_id: client.client_id, secrets: true }, ['clients'])
  const secret = state.value?.value.client_secret
  return (
    <Gate state={state} hasValue={secret !== undefined} loading={words.loading} failed={words.failed} rows={2}>
      <TokenRequest client={client} secret={secret ?? ''} />
      <p className="text-small text-ink-2">
        <TextLink href="/traffic">{words.after}</TextLink>
      </p>
    </Gate>
  )
}

function TokenRequest({ client, secret }: { readonly client: ClientView; readonly secret: string }) {
  const issuer = useProgram()?.issuer
  if (issuer === undefined) return null
  const scope = pickScope(client)
  const code = buildCurl({
    // RFC 6749 section 2.3.1: both halves are form-encoded before they are joined.
    user: `${encodeURIComponent(client.client_id)}:${encodeURIComponent(secret)}`,
    form: [['grant_type', GRANT.clientCredentials], ...(scope === undefined ? [] : [['scope', scope] as const])],
    url: issuer.replace(/\/$/, '') + ROUTES.token,
  })
  return <CodeBlock code={code} label={words.code} language="shell" />
}

import type { ClientView } from '#shared/contract/calls/clients.ts'
import { clientSettings } from '#shared/model/client.ts'

import { type Definition, DefinitionList } from '../../components/definition-list.tsx'
import { apiAddress } from '../../frame/addresses.ts'
import { useCall } from '../../stores/use-call.ts'
import { useBridge } from '../../stores/use-stores.tsx'
import { formatMoment } from '../common/format-time.ts'
import { explainOrigin } from '../common/origin.ts'
import { SecretValue } from '../common/secret-value.tsx'
import { TextLink } from '../common/text-link.tsx'
import { ValueList } from '../common/value-list.tsx'
import { isPublic, usesSecret } from './explain-kind.ts'
import { listOf } from './prepared-change.ts'
import { TEXT } from './text.ts'

const MOST_GRANTS = 500

export function SettingsTab({ client }: { readonly client: ClientView }) {
  return (
    <DefinitionList
      items={[
        { term: 'client_id', mono: true, value: client.client_id, copy: client.client_id },
        ...secretOf(client),
        textMember(client, 'token_endpoint_auth_method'),
        textMember(client, 'application_type'),
        listMember(client, 'redirect_uris'),
        listMember(client, 'post_logout_redirect_uris'),
        namesMember(client, 'grant_types'),
        namesMember(client, 'response_types'),
        ...ownSettings(client),
        { term: TEXT.grants, value: <GrantCount client_id={client.client_id} /> },
        { term: TEXT.origin, value: explainOrigin(client.meta.origin) },
        { term: TEXT.created, value: formatMoment(client.meta.createdAt * 1000) },
        { term: TEXT.updated, value: formatMoment(client.meta.updatedAt * 1000) },
      ].filter((item) => item !== undefined)}
    />
  )
}

function secretOf(client: ClientView): readonly Definition[] {
  if (isPublic(client)) return [{ term: 'client_secret', mono: true, value: TEXT.none, hint: TEXT.noSecret }]
  const { jwks } = client as { readonly jwks?: { readonly keys?: readonly unknown[] } }
  if (jwks?.keys !== undefined) return [{ term: 'jwks', mono: true, value: TEXT.keys(jwks.keys.length) }]
  if (!usesSecret(client)) return []
  return [{ term: 'client_secret', mono: true, value: <ClientSecret client_id={client.client_id} /> }]
}

function ClientSecret({ client_id }: { readonly client_id: string }) {
  const bridge = useBridge()
  const reveal = async () => (await bridge.call('clients.get', { client_id, secrets: true })).value.client_secret
  return <SecretValue key={client_id} name="client_secret" reveal={reveal} />
}

function textMember(client: ClientView, term: string): Definition | undefined {
  const value = client[term]
  return typeof value === 'string' ? { term, mono: true, value } : undefined
}

function listMember(client: ClientView, term: string): Definition {
  const values = listOf(client, term)
  return {
    term,
    mono: true,
    value: <ValueList values={values} none={TEXT.none} copyLabel={(value) => `Copy ${value}`} />,
  }
}

/** From a list that the protocol has, so that there is nothing to copy. */
function namesMember(client: ClientView, term: string): Definition {
  const values = listOf(client, term)
  const value = values.length === 0 ? <span className="text-ink-3">{TEXT.none}</span> : values.map(toLine)
  return { term, mono: true, value }
}

function toLine(value: string) {
  return <div key={value}>{value}</div>
}

function ownSettings(client: ClientView): readonly Definition[] {
  const words = TEXT.settings
  const settings = clientSettings({ valetkey: objectOf(client['valetkey']) })
  const { defaultApi, skipConsent, anyLoopbackRedirect, refreshTokens } = settings
  return [
    ...(defaultApi === undefined
      ? []
      : [{ term: words.api, value: <TextLink href={apiAddress(defaultApi)}>{defaultApi}</TextLink> }]),
    { term: words.consent, value: skipConsent ? words.skips : words.asks },
    { term: words.refresh, value: refreshTokens === 'always' ? words.refreshAlways : words.refreshOffline },
    ...(anyLoopbackRedirect ? [{ term: 'redirect', value: words.loopback }] : []),
  ]
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

/** Everybody who let it do something has one grant. */
function GrantCount({ client_id }: { readonly client_id: string }) {
  const { value } = useCall('grants.list', { client_id, limit: MOST_GRANTS })
  if (value === undefined) return null
  const users = new Set(value.items.map(({ user }) => user))
  return TEXT.grantCount(users.size, value.next !== undefined)
}

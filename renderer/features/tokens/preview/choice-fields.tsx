import { Play } from 'lucide-react'
import { Link } from 'wouter'

import { describeOidcScope, OIDC_SCOPES, splitScope } from '#shared/oauth/scope.ts'

import { buttonLook } from '../../../components/button-look.ts'
import { Card } from '../../../components/card.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { Select } from '../../../components/select.tsx'
import { useApis, useClients, useUsers } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { replaceParameter } from '../../common/use-address.ts'
import { listWays, NO_API, type Picked, type Way } from './read-choice.ts'
import { TEXT } from './text.ts'
import { walkAddress } from './walk-address.ts'

const words = TEXT.choice

interface ChoiceFieldsProps {
  readonly picked: Picked
}

export function ChoiceFields({ picked }: ChoiceFieldsProps) {
  const { choice, client } = picked
  return (
    <Card
      title={words.title}
      aside={
        <Link href={walkAddress(choice, client)} className={buttonLook('secondary', 'small')}>
          <Play aria-hidden /> {words.walk}
        </Link>
      }
      isFlush
      className="flex-1"
    >
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto px-3.5 py-3">
        <UserField picked={picked} />
        <ClientField picked={picked} />
        <WayField picked={picked} />
        <ApiField picked={picked} />
        <ScopeFields picked={picked} />
      </div>
    </Card>
  )
}

function UserField({ picked: { choice } }: ChoiceFieldsProps) {
  const users = useUsers(({ items }) => items)
  if (choice.user === undefined) return <p className="text-small text-ink-3">{words.noUser}</p>
  return (
    <Select
      label={words.user}
      value={choice.user}
      options={withValue(
        users.map(({ username }) => username),
        choice.user,
      ).map((username) => ({ value: username, label: username }))}
      onChange={(user) => replaceParameter('user', user)}
    />
  )
}

function ClientField({ picked: { choice } }: ChoiceFieldsProps) {
  const clients = useClients(({ items }) => items).filter((client) => listWays(client).length > 0)
  return (
    <Select
      label={words.client}
      value={choice.client_id}
      options={clients.map((client) => ({ value: client.client_id, label: clientName(client) }))}
      onChange={(client_id) => {
        // What another application could ask for means nothing for this one.
        for (const name of ['scope', 'how', 'api']) replaceParameter(name, undefined)
        replaceParameter('client', client_id)
      }}
    />
  )
}

function WayField({ picked: { client, way } }: ChoiceFieldsProps) {
  return (
    <Select
      label={words.how}
      value={way.id}
      options={listWays(client).map((each) => ({ value: each.id, label: nameOf(each) }))}
      onChange={(id) => replaceParameter('how', id)}
    />
  )
}

function nameOf({ id, grant_type, response_type }: Way): string {
  return response_type === undefined ? (TEXT.how[grant_type] ?? id) : TEXT.responseType(response_type)
}

function ApiField({ picked: { choice } }: ChoiceFieldsProps) {
  const apis = useApis(({ items }) => items)
  const known = apis.map(({ identifier, name }) => ({ value: identifier, label: name }))
  const value = choice.api ?? NO_API
  const options = [{ value: NO_API, label: words.anyApi }, ...known]
  return (
    <Select
      label={words.api}
      value={value}
      options={options.some((option) => option.value === value) ? options : [...options, { value, label: value }]}
      onChange={(api) => {
        replaceParameter('scope', undefined)
        replaceParameter('api', api)
      }}
    />
  )
}

function ScopeFields({ picked }: ChoiceFieldsProps) {
  const { choice, client } = picked
  const apis = useApis(({ items }) => items)
  const api = apis.find(({ identifier }) => identifier === (choice.api ?? client.valetkey?.defaultApi))
  const listed = new Set<string>([...OIDC_SCOPES, ...(api?.scopes.map(({ name }) => name) ?? [])])
  const others = choice.scope.filter((name) => !listed.has(name)).map((name) => ({ name }))
  return (
    <>
      <Scopes
        title={words.openidScopes}
        picked={picked}
        scopes={OIDC_SCOPES.map((name) => ({ name, description: describeOidcScope(name) }))}
      />
      {(api !== undefined || others.length > 0) && (
        <Scopes
          title={api === undefined ? words.api : words.apiScopes(api.name)}
          picked={picked}
          scopes={[...(api?.scopes ?? []), ...others]}
        />
      )}
    </>
  )
}

interface ScopesProps extends ChoiceFieldsProps {
  readonly title: string
  readonly scopes: readonly { readonly name: string; readonly description?: string | undefined }[]
}

/** What the application may not ask for can be asked for all the same: that is a thing to learn. */
function Scopes({ title, scopes, picked: { choice, client } }: ScopesProps) {
  const allowed = client.scope === undefined ? undefined : splitScope(client.scope)
  const isAllowed = ({ name }: { readonly name: string }) => allowed?.includes(name) !== false
  const sorted = scopes.toSorted((a, b) => Number(isAllowed(b)) - Number(isAllowed(a)))
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 text-small font-semibold">{title}</legend>
      {sorted.map(({ name, description }) => (
        <Checkbox
          key={name}
          label={<code className="text-small">{name}</code>}
          hint={isAllowed({ name }) ? description : words.notAllowed}
          checked={choice.scope.includes(name)}
          onChange={(isOn) => setScope(isOn ? [...choice.scope, name] : choice.scope.filter((other) => other !== name))}
        />
      ))}
    </fieldset>
  )
}

/** An empty list is a choice too, so it stays in the address. */
function setScope(scope: readonly string[]): void {
  replaceParameter('scope', scope.length === 0 ? ' ' : scope.join(' '))
}

function withValue(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values : [...values, value]
}

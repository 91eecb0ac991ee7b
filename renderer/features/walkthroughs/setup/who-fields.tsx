import { LayoutGrid } from 'lucide-react'
import { Link } from 'wouter'

import { checkChoice } from '#shared/flows/choice.ts'
import { firstName } from '#shared/flows/name-parties.ts'
import type { ClientMetadata } from '#shared/model/client.ts'

import { buttonLook } from '../../../components/button-look.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Select } from '../../../components/select.tsx'
import { useUsers } from '../../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'
import { Impossible } from './impossible.tsx'
import { IssuerField, NoClientThere, SomebodyField } from './issuer-fields.tsx'
import type { PickableApi, SetupState } from './use-setup.ts'
import { VariantFields } from './variant-fields.tsx'

const words = TEXT.setup
const NO_API = ''

export function WhoFields({ setup }: { readonly setup: SetupState }) {
  const { flow } = setup
  const takesPerson = flow.lanes.includes('user')
  return (
    <>
      <IssuerField setup={setup} />
      <ClientField setup={setup} />
      {flow.variants.length > 0 && <VariantFields setup={setup} />}
      {flow.defaults.api !== undefined && <ApiField setup={setup} />}
      {takesPerson && (setup.outside ? <SomebodyField setup={setup} /> : <UserField setup={setup} />)}
    </>
  )
}

function ClientField({ setup }: { readonly setup: SetupState }) {
  const { choice, clients, client, pickClient } = setup
  const judged = clients.map((item) => ({ item, why: checkAnyVariant(setup, item) }))
  // The one that the address names is shown, even where it cannot do this.
  const pickable = judged.filter(({ item, why }) => why === undefined || item === client)
  if (pickable.length === 0 && setup.outside) return <NoClientThere issuer={setup.outside} />
  if (pickable.length === 0) {
    return (
      <EmptyState
        icon={<LayoutGrid />}
        title={words.noApplication}
        text={words.noApplicationText}
        action={
          <Link href="/applications" className={buttonLook()}>
            {words.applications}
          </Link>
        }
      />
    )
  }
  const impossible = judged.flatMap(({ item, why }) =>
    why === undefined ? [] : [{ id: item.client_id, name: nameOf(item), why }],
  )
  return (
    <div className="flex flex-col gap-1.5">
      <Select
        label={words.application}
        value={choice.client_id}
        error={setup.obstacles.client_id}
        options={pickable.map(({ item }) => ({ value: item.client_id, label: nameOf(item) }))}
        onChange={pickClient}
      />
      <Impossible title={words.cannot(impossible.length, 'application')} items={impossible} />
    </div>
  )
}

/** It is enough that one variant fits: picking the application picks it. */
function checkAnyVariant({ flow, choice }: SetupState, client: ClientMetadata): string | undefined {
  const variants = flow.variants.length === 0 ? [choice.variant] : flow.variants.map(({ id }) => id)
  const reasons = variants.map((variant) => flow.checkClient(client, variant))
  return reasons.includes(undefined) ? undefined : reasons[0]
}

function nameOf({ client_id, client_name }: ClientMetadata): string {
  return client_name === undefined || client_name === '' ? client_id : client_name
}

function ApiField({ setup }: { readonly setup: SetupState }) {
  const { choice, apis, change, obstacles } = setup
  const judged = apis.map((api) => ({ api, why: checkApi(setup, api) }))
  const pickable = judged.filter(({ api, why }) => why === undefined || api.identifier === choice.api)
  const impossible = judged.flatMap(({ api, why }) =>
    why === undefined ? [] : [{ id: api.identifier, name: api.name, why }],
  )
  return (
    <div className="flex flex-col gap-1.5">
      <Select
        label={words.api}
        value={choice.api ?? NO_API}
        error={obstacles.api}
        options={[
          ...pickable.map(({ api }) => ({ value: api.identifier, label: api.name })),
          { value: NO_API, label: words.noApi },
        ]}
        onChange={(identifier) => change(withApi(setup, identifier === NO_API ? undefined : identifier))}
      />
      <Impossible title={words.cannot(impossible.length, 'API')} items={impossible} />
    </div>
  )
}

function checkApi({ flow, choice, client }: SetupState, api: PickableApi): string | undefined {
  if (client === undefined) return undefined
  const obstacle = checkChoice(flow, { ...choice, api: api.identifier }, client, api).api
  if (obstacle !== undefined || client.scope === undefined) return obstacle
  const allowed = client.scope.split(' ')
  return api.scopes.some(({ name }) => allowed.includes(name)) ? undefined : words.noneOfIt(nameOf(client), api.name)
}

/** Scopes of one API mean nothing to another. */
function withApi({ apis, choice, client }: SetupState, identifier: string | undefined) {
  const ofApis = new Set(apis.flatMap(({ scopes }) => scopes.map(({ name }) => name)))
  const rest = choice.scope.filter((name) => !ofApis.has(name))
  const own = apis.find((api) => api.identifier === identifier)?.scopes.map(({ name }) => name) ?? []
  const allowed = own.filter((name) => client?.scope === undefined || client.scope.split(' ').includes(name))
  return { api: identifier, scope: [...rest, ...allowed.slice(0, Math.max(1, Math.ceil(allowed.length / 2)))] }
}

function UserField({ setup: { choice, change } }: { readonly setup: SetupState }) {
  const users = useUsers(({ items }) => items)
  const options = users.map((user) => ({ value: user.username, label: `${firstName(user)} (${user.username})` }))
  const isThere = users.some(({ username }) => username === choice.user)
  return (
    <Select
      label={words.user}
      hint={words.userHint}
      value={choice.user}
      options={isThere ? options : [{ value: choice.user, label: choice.user }, ...options]}
      onChange={(user) => change({ user })}
    />
  )
}

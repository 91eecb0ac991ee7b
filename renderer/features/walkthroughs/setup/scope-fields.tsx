import { useState } from 'react'

import { listOffered } from '#shared/flows/offer.ts'
import { describeOidcScope, OIDC_SCOPES, splitScope } from '#shared/oauth/scope.ts'

import { Checkbox } from '../../../components/checkbox.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { TEXT } from '../text.ts'
import { Impossible } from './impossible.tsx'
import type { SetupState } from './use-setup.ts'

const words = TEXT.setup

/** These come and go with the layers. */
const OF_LAYERS: readonly string[] = ['openid', 'offline_access']

export function ScopeFields({ setup }: { readonly setup: SetupState }) {
  const { flow, choice, apis, outside } = setup
  const api = apis.find(({ identifier }) => identifier === choice.api)
  const hasLogin = choice.layers.includes('openid') || flow.builtIn?.includes('openid') === true
  const offered = outside && listOffered(outside.metadata, 'scopes_supported')
  const ofUser = OIDC_SCOPES.filter((name) => !OF_LAYERS.includes(name) && offered?.includes(name) !== false).map(
    (name) => ({ name, description: describeOidcScope(name) }),
  )
  const ofApi = api?.scopes ?? []
  const known = [...OIDC_SCOPES, ...ofApi.map(({ name }) => name)]
  const ofIssuer = offered?.filter((name) => !known.includes(name)) ?? []
  const takesPerson = flow.lanes.includes('user')
  return (
    <>
      <p className="text-small text-ink-3">{words.scopesHint}</p>
      {api !== undefined && ofApi.length > 0 && <Scopes title={api.name} scopes={api.scopes} setup={setup} />}
      {takesPerson && hasLogin && <Scopes title={words.loginScopes} scopes={ofUser} setup={setup} />}
      {outside && ofIssuer.length > 0 && (
        <Scopes title={TEXT.issuer.ofIssuer(outside.name)} scopes={ofIssuer.map((name) => ({ name }))} setup={setup} />
      )}
      {outside && <MoreScopes key={outside.id} setup={setup} known={[...known, ...ofIssuer]} />}
    </>
  )
}

/** An issuer need not list all that it knows (RFC 8414 section 2). */
function MoreScopes({
  setup: { choice, change },
  known,
}: {
  readonly setup: SetupState
  readonly known: readonly string[]
}) {
  const others = choice.scope.filter((name) => !known.includes(name))
  const [typed, setTyped] = useState(others.join(' '))

  function type(text: string): void {
    setTyped(text)
    const names = splitScope(text.replaceAll(/\s+/g, ' '))
    change({ scope: [...choice.scope.filter((name) => known.includes(name)), ...new Set(names)] })
  }

  return (
    <TextField
      label={TEXT.issuer.more}
      hint={TEXT.issuer.moreHint}
      mono
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}

interface ScopesProps {
  readonly title: string
  readonly scopes: readonly { readonly name: string; readonly description?: string | undefined }[]
  readonly setup: SetupState
}

function Scopes({ title, scopes, setup }: ScopesProps) {
  const { choice, client, change } = setup
  const allowed = client?.scope?.split(' ')
  const application = client?.client_name ?? choice.client_id
  const isAllowed = ({ name }: ScopesProps['scopes'][number]) => allowed === undefined || allowed.includes(name)
  // One that the address names is shown, even where it may not be asked for.
  const shown = scopes.filter((scope) => isAllowed(scope) || choice.scope.includes(scope.name))
  const rest = scopes.filter((scope) => !shown.includes(scope))
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 text-small font-semibold">{title}</legend>
      {shown.map((scope) => (
        <Checkbox
          key={scope.name}
          label={<code className="text-small">{scope.name}</code>}
          hint={isAllowed(scope) ? scope.description : words.notAllowed(application)}
          checked={choice.scope.includes(scope.name)}
          onChange={(isOn) =>
            change({ scope: isOn ? [...choice.scope, scope.name] : without(choice.scope, scope.name) })
          }
        />
      ))}
      <Impossible
        title={words.cannot(rest.length, 'scope')}
        items={rest.map(({ name }) => ({ id: name, name, why: words.notAllowed(application) }))}
      />
    </fieldset>
  )
}

function without(names: readonly string[], name: string): readonly string[] {
  return names.filter((other) => other !== name)
}

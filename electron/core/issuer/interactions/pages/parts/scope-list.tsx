import type { ScopeChoice } from '../page.ts'
import { CheckIcon } from './icons.tsx'

interface ScopeGroup {
  readonly api: ScopeChoice['api']
  readonly scopes: readonly ScopeChoice[]
}

/** Scopes by the API that they open, those of OpenID Connect first, each with a box to untick. */
export function ScopeList(props: { readonly scopes: readonly ScopeChoice[] }) {
  return groupByApi(props.scopes).map((group, index) => (
    <section className="card" key={group.api?.identifier ?? ''} aria-labelledby={`scopes-${index}`}>
      <GroupHeader group={group} id={`scopes-${index}`} />
      <ul className="scopes">
        {group.scopes.map((scope) => (
          <li key={scope.key}>{scope.required ? <KeptScope scope={scope} /> : <ScopeBox scope={scope} />}</li>
        ))}
      </ul>
    </section>
  ))
}

function GroupHeader(props: { readonly group: ScopeGroup; readonly id: string }) {
  const { api } = props.group
  return (
    <header>
      {api !== undefined && <i className="actor api" />}
      <h2 id={props.id}>{api?.name ?? 'About you'}</h2>
      <small>{api === undefined ? 'OpenID Connect' : <code>{api.identifier}</code>}</small>
    </header>
  )
}

function ScopeBox({ scope }: { readonly scope: ScopeChoice }) {
  return (
    <label>
      <input type="checkbox" name="scope" value={scope.key} defaultChecked />
      <span>{scope.description}</span>
      <code>{scope.name}</code>
    </label>
  )
}

/** A box that cannot be unticked is not posted, so this is a line of text with a field that is. */
function KeptScope({ scope }: { readonly scope: ScopeChoice }) {
  return (
    <div className="kept">
      <input type="hidden" name="scope" value={scope.key} />
      <CheckIcon />
      <span>
        {scope.description} <small>always part of it</small>
      </span>
      <code>{scope.name}</code>
    </div>
  )
}

function groupByApi(scopes: readonly ScopeChoice[]): readonly ScopeGroup[] {
  const byApi = Map.groupBy(scopes, (scope) => scope.api?.identifier)
  return [...byApi.values()]
    .map((group) => ({ api: group[0]?.api, scopes: group }))
    .toSorted((a, b) => Number(a.api !== undefined) - Number(b.api !== undefined))
}

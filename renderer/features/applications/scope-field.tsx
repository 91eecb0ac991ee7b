import { describeOidcScope, OIDC_SCOPES, splitScope } from '#shared/oauth/scope.ts'

import { Checkbox } from '../../components/checkbox.tsx'
import { Switch } from '../../components/switch.tsx'
import { useApis } from '../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

interface ScopeFieldProps {
  readonly scope: string | undefined
  readonly error: string | undefined
  readonly onChange: (scope: string | undefined) => void
}

const words = TEXT.form.scope

/** What it may ask for, by whom it asks it of. */
export function ScopeField({ scope, error, onChange }: ScopeFieldProps) {
  const apis = useApis(({ items }) => items)
  const chosen = splitScope(scope)
  const openid = OIDC_SCOPES.map((name) => ({ name, description: describeOidcScope(name) }))
  const groups = [
    { id: 'openid', title: words.openid, scopes: openid },
    ...apis.map(({ identifier, name, scopes }) => ({ id: identifier, title: name, scopes })),
  ]
  const known = new Set(groups.flatMap(({ scopes }) => scopes.map(({ name }) => name)))
  const unknown = chosen.filter((name) => !known.has(name)).map((name) => ({ name, description: words.unknown }))
  const all = unknown.length === 0 ? groups : [...groups, { id: 'unknown', title: words.others, scopes: unknown }]

  function toggle(name: string, isOn: boolean): void {
    const next = isOn ? [...chosen, name] : chosen.filter((one) => one !== name)
    onChange(next.length === 0 ? 'openid' : next.join(' '))
  }

  return (
    <div className="flex flex-col gap-3">
      <Switch
        label={words.any}
        hint={words.anyHint}
        checked={scope === undefined}
        onChange={(isAny) => onChange(isAny ? undefined : 'openid')}
      />
      {scope !== undefined &&
        all.map(({ id, title, scopes }) => (
          <fieldset key={id} className="flex min-w-0 flex-col gap-1">
            <legend className="mb-1 text-small font-semibold">{title}</legend>
            <div className="grid items-start grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-x-4 gap-y-1.5">
              {scopes.map(({ name, description }) => (
                <Checkbox
                  key={`${id} ${name}`}
                  label={<code className="text-small">{name}</code>}
                  hint={description}
                  checked={chosen.includes(name)}
                  onChange={(isOn) => toggle(name, isOn)}
                />
              ))}
            </div>
          </fieldset>
        ))}
      {error !== undefined && <p className="text-small text-bad">{error}</p>}
    </div>
  )
}

import { TOKEN_KINDS, TOKEN_STATES } from '#shared/contract/calls/tokens.ts'

import { Button } from '../../../components/button.tsx'
import type { Option } from '../../../components/option.ts'
import { Select } from '../../../components/select.tsx'
import { useClients, useUsers } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { ISSUED_TEXT } from '../../common/tokens/issued-text.ts'
import { replaceParameter, useQuery } from '../../common/use-address.ts'
import { TEXT } from './text.ts'
import type { IssuedFilter } from './use-issued.ts'

const words = TEXT.filters
const ANY = ''
const PARAMETERS = ['client', 'user', 'kind', 'state'] as const

export function readFilter(query: URLSearchParams): IssuedFilter {
  const [client_id, user] = [query.get('client'), query.get('user')]
  const kind = TOKEN_KINDS.find((known) => known === query.get('kind'))
  const state = TOKEN_STATES.find((known) => known === query.get('state'))
  return {
    ...(client_id !== null && client_id !== ANY && { client_id }),
    ...(user !== null && user !== ANY && { user }),
    ...(kind !== undefined && { kind }),
    ...(state !== undefined && { state }),
  }
}

/** All of it stands in the address, so that what is looked at can be shared. */
export function Filters() {
  const query = useQuery()
  const clients = useClients(({ items }) => items)
  const users = useUsers(({ items }) => items)
  const choices: Readonly<Record<(typeof PARAMETERS)[number], readonly Option<string>[]>> = {
    client: clients.map((client) => ({ value: client.client_id, label: clientName(client) })),
    user: users.map(({ username }) => ({ value: username, label: username })),
    kind: TOKEN_KINDS.map((kind) => ({ value: kind, label: ISSUED_TEXT.kinds[kind] })),
    state: TOKEN_STATES.map((state) => ({ value: state, label: ISSUED_TEXT.states[state] })),
  }
  const isFiltered = Object.keys(readFilter(query)).length > 0

  return (
    <fieldset className="flex flex-none flex-wrap items-end gap-x-3 gap-y-2">
      <legend className="sr-only">{words.label}</legend>
      {PARAMETERS.map((name) => (
        <Select
          key={name}
          label={words[name]}
          value={query.get(name) ?? ANY}
          options={withChosen([{ value: ANY, label: words.any }, ...choices[name]], query.get(name))}
          onChange={(value) => replaceParameter(name, value)}
          className="min-w-32 flex-1 sm:max-w-48"
        />
      ))}
      {isFiltered && (
        <Button variant="ghost" onClick={() => PARAMETERS.forEach((name) => replaceParameter(name, undefined))}>
          {words.clear}
        </Button>
      )}
    </fieldset>
  )
}

/** What the address names may be gone, or come a moment later. */
function withChosen(options: readonly Option<string>[], chosen: string | null): readonly Option<string>[] {
  if (chosen === null || options.some(({ value }) => value === chosen)) return options
  return [...options, { value: chosen, label: chosen }]
}

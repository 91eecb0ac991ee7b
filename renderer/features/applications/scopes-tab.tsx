import type { ClientView } from '#shared/contract/calls/clients.ts'
import { describeOidcScope, isOidcScope, splitScope } from '#shared/oauth/scope.ts'

import { type Column, Table } from '../../components/table.tsx'
import { apiAddress } from '../../frame/addresses.ts'
import type { ApiView } from '../../stores/stores.ts'
import { useApis } from '../../stores/use-stores.tsx'
import { TextLink } from '../common/text-link.tsx'
import { TEXT } from './text.ts'

const words = TEXT.scopes

interface ScopeRow {
  readonly scope: string
  readonly means: string | undefined
  readonly api: ApiView | undefined
}

const COLUMNS: readonly Column<ScopeRow>[] = [
  {
    key: 'scope',
    title: words.scope,
    width: '38%',
    cell: ({ scope }) => <code className="text-small font-semibold">{scope}</code>,
  },
  { key: 'means', title: words.means, isSecondary: true, cell: ({ means }) => <span title={means}>{means}</span> },
  { key: 'of', title: words.of, width: '26%', cell: (row) => <Owner {...row} /> },
]

export function ScopesTab({ client }: { readonly client: ClientView }) {
  const apis = useApis(({ items }) => items)
  const scopes = splitScope(client['scope'])
  if (scopes.length === 0) return <p className="p-3.5 text-ink-2">{words.any}</p>
  const rows = scopes.map((scope) => describe(scope, apis))
  return <Table caption={words.caption} columns={COLUMNS} rows={rows} rowKey={({ scope }) => scope} />
}

function describe(scope: string, apis: readonly ApiView[]): ScopeRow {
  const api = apis.find(({ scopes }) => scopes.some(({ name }) => name === scope))
  const description = api?.scopes.find(({ name }) => name === scope)?.description
  return { scope, api, means: describeOidcScope(scope) ?? description }
}

function Owner({ scope, api }: ScopeRow) {
  if (isOidcScope(scope)) return words.openid
  if (api === undefined) return <span className="text-warn">{words.unknown}</span>
  return <TextLink href={apiAddress(api.identifier)}>{api.name}</TextLink>
}

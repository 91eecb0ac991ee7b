import type { UserView } from '#shared/contract/calls/users.ts'
import { scopeOfClaim } from '#shared/oauth/standard-claims.ts'

import { type Column, Table } from '../../../components/table.tsx'
import { TEXT } from '../text.ts'
import { Released } from './released.tsx'

const words = TEXT.claims

type Claim = readonly [name: string, value: unknown]

const COLUMNS: readonly Column<Claim>[] = [
  {
    key: 'claim',
    title: words.claim,
    width: '38%',
    cell: ([name]) => <code className="text-small font-semibold">{name}</code>,
  },
  {
    key: 'value',
    title: words.value,
    cell: ([, value]) => (
      <code className="text-small" title={show(value)}>
        {show(value)}
      </code>
    ),
  },
  {
    key: 'scope',
    title: words.scope,
    width: '6.5rem',
    cell: ([name]) => <code className="text-small text-ink-2">{scopeOfClaim(name)}</code>,
  },
]

export function ClaimsTab({ user }: { readonly user: UserView }) {
  const claims = Object.entries(user.claims)
  return (
    <>
      {claims.length === 0 ? (
        <p className="p-3.5 text-ink-2">{words.none}</p>
      ) : (
        <Table caption={words.caption} columns={COLUMNS} rows={claims} rowKey={([name]) => name} />
      )}
      <Released user={user} />
    </>
  )
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

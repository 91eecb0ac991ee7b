import { KeyRound, SearchX } from 'lucide-react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-browser-location'

import type { TokenView } from '#shared/contract/calls/tokens.ts'

import { ActorDot } from '../../../components/actor-chip.tsx'
import { buttonLook } from '../../../components/button-look.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { type Column, Table } from '../../../components/table.tsx'
import { useMediaQuery } from '../../../components/use-media-query.ts'
import { useClients } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { Gate } from '../../common/gate.tsx'
import { formatAge } from '../../common/tokens/age.ts'
import { ForgedBadge } from '../../common/tokens/forged-mark.tsx'
import { ISSUED_TEXT } from '../../common/tokens/issued-text.ts'
import { StateBadge } from '../../common/tokens/state-badge.tsx'
import { useNow } from '../../common/tokens/use-now.ts'
import { useQuery, withParameter } from '../../common/use-address.ts'
import { readFilter } from './filters.tsx'
import { stateAt } from './state-at.ts'
import { describeAudience, TEXT } from './text.ts'
import type { IssuedTokens } from './use-issued.ts'

interface IssuedListProps {
  readonly tokens: IssuedTokens
  readonly selected: string | undefined
}

export function IssuedList({ tokens, selected }: IssuedListProps) {
  const { items, hasMore, loadMore } = tokens
  const columns = useColumns()
  return (
    <Card
      title={TEXT.list}
      aside={items !== undefined && items.length > 0 ? TEXT.count(items.length, hasMore) : undefined}
      isFlush
      className="flex-1"
    >
      <Gate state={tokens} hasValue={items !== undefined} loading={TEXT.loading} failed={TEXT.failed} rows={6}>
        {items?.length === 0 ? (
          <Nothing hasMore={hasMore} />
        ) : (
          // Rows that scroll are reached by keyboard through their links.
          <div className="min-h-0 flex-1 overflow-auto">
            <Table
              caption={TEXT.list}
              columns={columns}
              rows={items ?? []}
              rowKey={({ id }) => id}
              rowHref={({ id }) => withParameter('token', id)}
              onSelect={({ id }) => navigate(withParameter('token', id), { replace: selected !== undefined })}
              selected={selected}
            />
          </div>
        )}
        {hasMore && (
          <div className="flex flex-none justify-center border-t border-line p-2">
            <Button size="small" onClick={() => void loadMore()}>
              {TEXT.more}
            </Button>
          </div>
        )}
      </Gate>
    </Card>
  )
}

function Nothing({ hasMore }: { readonly hasMore: boolean }) {
  const isFiltered = Object.keys(readFilter(useQuery())).length > 0
  if (isFiltered) {
    return <EmptyState icon={<SearchX />} title={TEXT.none.title} text={hasMore ? TEXT.none.looked : TEXT.none.text} />
  }
  return (
    <EmptyState
      icon={<KeyRound />}
      title={TEXT.empty.title}
      text={TEXT.empty.text}
      action={
        <Link href="/walkthroughs" className={buttonLook('primary')}>
          {TEXT.empty.action}
        </Link>
      }
    />
  )
}

/** Beside an open token there is room for the audience in a wide window only; the token itself says it, too. */
const ROOMY = '(width >= 80rem)'

function useColumns(): readonly Column<TokenView>[] {
  const now = useNow()
  const clients = useClients(({ items }) => items)
  const nameOf = (client_id: string) => {
    const client = clients.find((item) => item.client_id === client_id)
    return client === undefined ? client_id : clientName(client)
  }
  const { columns } = TEXT
  const isRoomy = useMediaQuery(ROOMY)
  const audience: Column<TokenView> = {
    key: 'audience',
    title: columns.audience,
    cell: ({ kind, audience, scope }) => (
      <>
        <code className="block truncate text-small">{describeAudience(kind, audience)}</code>
        <span className="block truncate text-tiny text-ink-3">{scope}</span>
      </>
    ),
  }
  return [
    {
      key: 'kind',
      title: columns.kind,
      width: '9.5rem',
      cell: ({ kind, format, issuedAt }) => (
        <>
          {ISSUED_TEXT.kinds[kind]}
          <span className="block truncate text-tiny text-ink-3">
            {ISSUED_TEXT.formats[format]} · {TEXT.facts.ago(formatAge(issuedAt, now))}
          </span>
        </>
      ),
    },
    {
      key: 'client',
      title: columns.client,
      cell: ({ client_id, user }) => (
        <>
          <span className="flex min-w-0 items-center gap-1.5">
            <ActorDot actor="client" />
            <span className="truncate">{nameOf(client_id)}</span>
          </span>
          {user !== undefined && (
            <span className="flex min-w-0 items-center gap-1.5 text-tiny text-ink-3">
              <ActorDot actor="user" />
              <span className="truncate">{user}</span>
            </span>
          )}
        </>
      ),
    },
    ...(isRoomy ? [audience] : []),
    {
      key: 'state',
      title: columns.state,
      width: '5.5rem',
      align: 'end',
      cell: (token) => (
        <span className="inline-flex flex-col items-end gap-0.5">
          <StateBadge state={stateAt(token, now)} />
          {token.forged && <ForgedBadge />}
        </span>
      ),
    },
  ]
}

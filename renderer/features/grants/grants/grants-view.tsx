import { Handshake } from 'lucide-react'
import { useCallback } from 'react'
import { Link } from 'wouter'

import type { GrantView } from '#shared/contract/calls/grants.ts'

import { buttonLook } from '../../../components/button-look.ts'
import { Card } from '../../../components/card.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Notice } from '../../../components/notice.tsx'
import { grantAddress } from '../../../frame/addresses.ts'
import { scopesOfGrant } from '../../common/access/scopes-of-grant.ts'
import { ACCESS_TEXT } from '../../common/access/text.ts'
import { useGrants } from '../../common/access/use-access.ts'
import type { Ending } from '../../common/access/use-ending.tsx'
import { type NamesOf, useNames } from '../../common/access/use-names.ts'
import { Choose } from '../../common/choose.tsx'
import { EntityList } from '../../common/entity-list.tsx'
import { useFiltered } from '../../common/filter-items.ts'
import { Gate } from '../../common/gate.tsx'
import { Gone } from '../../common/gone.tsx'
import { ListDetail } from '../../common/list-detail.tsx'
import { formatAge } from '../../common/tokens/age.ts'
import { useNow } from '../../common/tokens/use-now.ts'
import { TEXT } from '../text.ts'
import { GrantDetail } from './grant-detail.tsx'

interface GrantsViewProps {
  readonly id: string | undefined
  readonly ending: Ending
}

const NONE: readonly never[] = []

export function GrantsView({ id, ending }: GrantsViewProps) {
  const state = useGrants()
  const names = useNames()
  const { items = NONE, hasMore = false } = state.value ?? {}
  const textOf = useCallback((grant: GrantView) => searchTextOf(grant, names), [names])
  const shown = useFiltered(items, textOf)
  const found = items.find((grant) => grant.id === id)
  const now = useNow()
  const list = (
    <Card isFlush className="flex-1" title={TEXT.grants} aside={TEXT.count(items.length, 'grant', hasMore)}>
      <Gate
        state={state}
        hasValue={state.value !== undefined}
        loading={ACCESS_TEXT.loadingGrants}
        failed={ACCESS_TEXT.failedGrants}
      >
        {hasMore && <Notice className="m-3">{ACCESS_TEXT.someOnly(items.length)}</Notice>}
        {items.length === 0 ? (
          <NoGrants />
        ) : (
          <EntityList
            label={TEXT.grantList}
            items={shown}
            keyOf={keyOf}
            addressOf={addressOf}
            selectedKey={id}
            rowOf={(grant) => ({
              actor: 'user',
              title: TEXT.row(names.user(grant.user), names.client(grant.client_id)),
              name: scopesOfGrant(grant).join(' ') || ACCESS_TEXT.noScope,
              aside: grant.createdAt === undefined ? undefined : ACCESS_TEXT.ago(formatAge(grant.createdAt, now)),
            })}
          />
        )}
      </Gate>
    </Card>
  )
  return (
    <ListDetail
      isEmpty={items.length === 0 && state.status !== 'loading'}
      id="grants"
      listTitle={TEXT.grants}
      list={list}
      detailTitle={TEXT.grantDetail}
      detail={findDetail()}
      placeholder={<Choose {...TEXT.chooseGrant} />}
      backHref="/grants"
      backLabel={TEXT.backToGrants}
    />
  )

  function findDetail() {
    if (id === undefined) return undefined
    if (found !== undefined) return <GrantDetail key={id} grant={found} all={items} names={names} ending={ending} />
    return state.status === 'ready' ? <Gone {...TEXT.goneGrant} href="/grants" /> : <Card className="flex-1" />
  }
}

function NoGrants() {
  return (
    <EmptyState
      icon={<Handshake />}
      title={TEXT.noGrants.title}
      text={TEXT.noGrants.text}
      action={
        <Link href="/walkthroughs" className={buttonLook('primary')}>
          {TEXT.noGrants.action}
        </Link>
      }
    />
  )
}

function keyOf({ id }: GrantView): string {
  return id
}

function addressOf({ id }: GrantView): string {
  return grantAddress(id)
}

function searchTextOf(grant: GrantView, names: NamesOf): string {
  const { user, client_id, resources } = grant
  return [
    user,
    names.user(user),
    client_id,
    names.client(client_id),
    ...scopesOfGrant(grant),
    ...Object.keys(resources),
  ].join(' ')
}

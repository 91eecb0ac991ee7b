import { MonitorSmartphone } from 'lucide-react'
import { useCallback } from 'react'
import { Link } from 'wouter'

import type { SessionView } from '#shared/contract/calls/sessions.ts'

import { buttonLook } from '../../../components/button-look.ts'
import { Card } from '../../../components/card.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Notice } from '../../../components/notice.tsx'
import { browserAddress, sessionAddress, SESSIONS_ADDRESS } from '../../../frame/addresses.ts'
import { ACCESS_TEXT } from '../../common/access/text.ts'
import { useSessions } from '../../common/access/use-access.ts'
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
import { SessionDetail } from './session-detail.tsx'

interface SessionsViewProps {
  readonly id: string | undefined
  readonly ending: Ending
}

const NONE: readonly never[] = []

export function SessionsView({ id, ending }: SessionsViewProps) {
  const state = useSessions()
  const names = useNames()
  const { items = NONE, hasMore = false } = state.value ?? {}
  const textOf = useCallback((session: SessionView) => searchTextOf(session, names), [names])
  const shown = useFiltered(items, textOf)
  const found = items.find((session) => session.id === id)
  const now = useNow()
  const list = (
    <Card isFlush className="flex-1" title={TEXT.sessions} aside={TEXT.count(items.length, 'session', hasMore)}>
      <Gate
        state={state}
        hasValue={state.value !== undefined}
        loading={ACCESS_TEXT.loadingSessions}
        failed={ACCESS_TEXT.failedSessions}
      >
        {hasMore && <Notice className="m-3">{ACCESS_TEXT.someOnly(items.length)}</Notice>}
        {items.length === 0 ? (
          <NoSessions />
        ) : (
          <EntityList
            label={TEXT.sessionList}
            items={shown}
            keyOf={keyOf}
            addressOf={addressOf}
            selectedKey={id}
            rowOf={({ user, clients, startedAt }) => ({
              actor: 'browser',
              title: names.user(user),
              name: clients.length === 0 ? ACCESS_TEXT.noClients : clients.map(names.client).join(', '),
              aside: startedAt === undefined ? undefined : ACCESS_TEXT.ago(formatAge(startedAt, now)),
            })}
          />
        )}
      </Gate>
    </Card>
  )
  return (
    <ListDetail
      isEmpty={items.length === 0 && state.status !== 'loading'}
      id="sessions"
      listTitle={TEXT.sessions}
      list={list}
      detailTitle={TEXT.sessionDetail}
      detail={findDetail()}
      placeholder={<Choose {...TEXT.chooseSession} />}
      backHref={SESSIONS_ADDRESS}
      backLabel={TEXT.backToSessions}
    />
  )

  function findDetail() {
    if (id === undefined) return undefined
    if (found !== undefined) return <SessionDetail key={id} session={found} all={items} names={names} ending={ending} />
    return state.status === 'ready' ? (
      <Gone {...TEXT.goneSession} href={SESSIONS_ADDRESS} />
    ) : (
      <Card className="flex-1" />
    )
  }
}

function NoSessions() {
  return (
    <EmptyState
      icon={<MonitorSmartphone />}
      title={TEXT.noSessions.title}
      text={TEXT.noSessions.text}
      action={
        <Link href={browserAddress()} className={buttonLook('primary')}>
          {TEXT.noSessions.action}
        </Link>
      }
    />
  )
}

function keyOf({ id }: SessionView): string {
  return id
}

function addressOf({ id }: SessionView): string {
  return sessionAddress(id)
}

function searchTextOf({ user, clients, acr = '' }: SessionView, names: NamesOf): string {
  return [user, names.user(user), ...clients, ...clients.map(names.client), acr].join(' ')
}

import { ArrowLeftRight, Ellipsis, LogOut, UserX } from 'lucide-react'
import { Link } from 'wouter'

import type { SessionView } from '#shared/contract/calls/sessions.ts'
import { quote } from '#shared/traffic/filter-text/tokens.ts'

import { ActorDot } from '../../../components/actor-chip.tsx'
import { buttonLook } from '../../../components/button-look.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { type Definition, DefinitionList } from '../../../components/definition-list.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { applicationAddress, grantAddress, userAddress } from '../../../frame/addresses.ts'
import { endGrantsOfUser, endSession, endSessionsOfUser } from '../../common/access/deeds.ts'
import { ACCESS_TEXT } from '../../common/access/text.ts'
import { useGrants } from '../../common/access/use-access.ts'
import type { Ending } from '../../common/access/use-ending.tsx'
import type { NamesOf } from '../../common/access/use-names.ts'
import { formatMoment } from '../../common/format-time.ts'
import { TextLink } from '../../common/text-link.tsx'
import { TEXT } from '../text.ts'

interface SessionDetailProps {
  readonly session: SessionView
  readonly all: readonly SessionView[]
  readonly names: NamesOf
  readonly ending: Ending
}

const words = TEXT.facts

export function SessionDetail({ session, all, names, ending: { ask } }: SessionDetailProps) {
  const { user: username, startedAt, lastUsedAt, expiresAt, acr, amr, authorizations } = session
  const user = names.user(username)
  const grants = useGrants({ user: username }).value?.items.length ?? 0
  const ofUser = all.filter((other) => other.user === username).length
  const items: readonly Definition[] = [
    { term: words.user, value: <TextLink href={userAddress(username)}>{user}</TextLink> },
    { term: words.since, value: momentOf(startedAt) },
    { term: words.lastUse, value: momentOf(lastUsedAt) },
    { term: words.until, value: momentOf(expiresAt) },
    { term: words.acr, mono: true, value: acr ?? words.unknown },
    { term: words.amr, mono: true, value: amr?.join(' ') ?? words.unknown },
    {
      term: words.clients,
      value: authorizations.length === 0 ? words.noClients : <Clients authorizations={authorizations} names={names} />,
    },
  ]
  return (
    <Card
      isFlush
      className="flex-1"
      title={
        <span className="inline-flex items-center gap-2">
          <ActorDot actor="browser" name="" />
          {user}
        </span>
      }
      aside={
        <span className="flex flex-wrap items-center gap-1.5">
          <Button size="small" icon={<LogOut aria-hidden />} onClick={() => ask(endSession(session, user))}>
            {ACCESS_TEXT.signOut}…
          </Button>
          <Menu
            align="end"
            trigger={<IconButton size="small" label={TEXT.deeds.label} icon={<Ellipsis aria-hidden />} />}
            items={[
              {
                id: 'sessions',
                label: ACCESS_TEXT.endAllSessions.action(user),
                icon: <UserX aria-hidden />,
                isDangerous: true,
                onSelect: () => ask(endSessionsOfUser(username, user, ofUser)),
              },
              {
                id: 'grants',
                label: ACCESS_TEXT.endAllOfUser.action(user),
                icon: <UserX aria-hidden />,
                isDangerous: true,
                isDisabled: grants === 0,
                onSelect: () => ask(endGrantsOfUser(username, user, grants)),
              },
            ]}
          />
        </span>
      }
    >
      <div className="min-h-0 flex-1 overflow-auto">
        <DefinitionList items={items} />
        <p className="border-t border-line px-3.5 py-3">
          <Link
            href={`/traffic?q=${encodeURIComponent(`user:${quote(username)}`)}`}
            className={buttonLook('secondary', 'small')}
          >
            <ArrowLeftRight aria-hidden /> {TEXT.deeds.traffic}
          </Link>
        </p>
      </div>
    </Card>
  )
}

interface ClientsProps {
  readonly authorizations: SessionView['authorizations']
  readonly names: NamesOf
}

function Clients({ authorizations, names }: ClientsProps) {
  return (
    <ul className="flex flex-col gap-1">
      {authorizations.map(({ client_id, grant, stays }) => (
        <li key={client_id}>
          <TextLink href={applicationAddress(client_id)}>{names.client(client_id)}</TextLink>:{' '}
          <span className="text-small text-ink-2">
            {grant === undefined ? (
              words.noGrant
            ) : (
              <>
                <TextLink href={grantAddress(grant)}>{words.grant}</TextLink> {stays ? words.stays : words.ends}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function momentOf(seconds: number | undefined): string {
  return seconds === undefined ? words.unknown : formatMoment(seconds * 1000)
}

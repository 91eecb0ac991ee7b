import type { GrantView } from '#shared/contract/calls/grants.ts'
import type { SessionView } from '#shared/contract/calls/sessions.ts'
import type { UserView } from '#shared/contract/calls/users.ts'

import { Button } from '../../../components/button.tsx'
import { type Column, Table } from '../../../components/table.tsx'
import { applicationAddress, grantAddress, sessionAddress } from '../../../frame/addresses.ts'
import { endGrant, endGrantsOfUser, endSession, endSessionsOfUser } from '../../common/access/deeds.ts'
import { scopesOfGrant } from '../../common/access/scopes-of-grant.ts'
import { ACCESS_TEXT } from '../../common/access/text.ts'
import { useGrants, useSessions } from '../../common/access/use-access.ts'
import { type Ending, useEnding } from '../../common/access/use-ending.tsx'
import { type NamesOf, useNames } from '../../common/access/use-names.ts'
import { formatMoment } from '../../common/format-time.ts'
import { Gate } from '../../common/gate.tsx'
import { TextLink } from '../../common/text-link.tsx'
import { nameOf } from '../name-of.ts'
import { TEXT } from '../text.ts'

const words = TEXT.access

interface PartProps {
  readonly username: string
  readonly name: string
  readonly names: NamesOf
  readonly ask: Ending['ask']
}

/** Where the user is signed in, and what they have allowed to whom; each can be ended. */
export function AccessTab({ user }: { readonly user: UserView }) {
  const names = useNames()
  const { ask, dialog, outcome } = useEnding()
  const part = { username: user.username, name: nameOf(user), names, ask }
  return (
    <>
      {outcome !== undefined && <div className="p-3.5 pb-0">{outcome}</div>}
      <Sessions {...part} />
      <Grants {...part} />
      <p className="border-t border-line px-3.5 py-3">
        <TextLink href={`/grants?q=${encodeURIComponent(user.username)}`}>{words.all}</TextLink>
      </p>
      {dialog}
    </>
  )
}

function Sessions({ username, name, names, ask }: PartProps) {
  const state = useSessions({ user: username })
  const { items = [] } = state.value ?? {}
  const columns: readonly Column<SessionView>[] = [
    {
      key: 'since',
      title: ACCESS_TEXT.since,
      width: '11rem',
      cell: ({ id, startedAt }) => <TextLink href={sessionAddress(id)}>{momentOf(startedAt)}</TextLink>,
    },
    {
      key: 'clients',
      title: ACCESS_TEXT.clients,
      cell: ({ clients }) => (clients.length === 0 ? ACCESS_TEXT.noClients : clients.map(names.client).join(', ')),
    },
    {
      key: 'end',
      title: <span className="sr-only">{ACCESS_TEXT.signOut}</span>,
      width: '6.5rem',
      align: 'end',
      cell: (session) => (
        <Button
          size="small"
          aria-label={ACCESS_TEXT.signOutOf(momentOf(session.startedAt))}
          onClick={() => ask(endSession(session, name))}
        >
          {ACCESS_TEXT.signOut}
        </Button>
      ),
    },
  ]
  return (
    <section aria-label={words.sessions}>
      <Head title={words.sessions}>
        {items.length > 1 && (
          <Button size="small" variant="ghost" onClick={() => ask(endSessionsOfUser(username, name, items.length))}>
            {ACCESS_TEXT.endAllSessions.action(name)}
          </Button>
        )}
      </Head>
      <Gate
        state={state}
        hasValue={state.value !== undefined}
        loading={ACCESS_TEXT.loadingSessions}
        failed={ACCESS_TEXT.failedSessions}
        rows={2}
      >
        {items.length === 0 ? (
          <p className="px-3.5 pb-3 text-ink-2">{words.noSession}</p>
        ) : (
          <Table caption={words.sessions} columns={columns} rows={items} rowKey={({ id }) => id} />
        )}
      </Gate>
    </section>
  )
}

function Grants({ username, name, names, ask }: PartProps) {
  const state = useGrants({ user: username })
  const { items = [] } = state.value ?? {}
  const columns: readonly Column<GrantView>[] = [
    {
      key: 'client',
      title: ACCESS_TEXT.application,
      cell: ({ id, client_id, createdAt }) => (
        <>
          <TextLink href={applicationAddress(client_id)}>{names.client(client_id)}</TextLink>
          <span className="block text-tiny text-ink-3">
            <TextLink href={grantAddress(id)}>{momentOf(createdAt)}</TextLink>
          </span>
        </>
      ),
    },
    {
      key: 'may',
      title: ACCESS_TEXT.allowed,
      cell: (grant) => {
        const scopes = scopesOfGrant(grant).join(' ')
        return (
          <code className="text-small" title={scopes}>
            {scopes === '' ? ACCESS_TEXT.noScope : scopes}
          </code>
        )
      },
    },
    {
      key: 'end',
      title: <span className="sr-only">{ACCESS_TEXT.end}</span>,
      width: '5rem',
      align: 'end',
      cell: (grant) => {
        const client = names.client(grant.client_id)
        return (
          <Button
            size="small"
            aria-label={ACCESS_TEXT.endOf(client)}
            onClick={() => ask(endGrant(grant, { user: name, client }))}
          >
            {ACCESS_TEXT.end}
          </Button>
        )
      },
    },
  ]
  return (
    <section aria-label={words.grants} className="border-t border-line">
      <Head title={words.grants}>
        {items.length > 1 && (
          <Button size="small" variant="ghost" onClick={() => ask(endGrantsOfUser(username, name, items.length))}>
            {ACCESS_TEXT.endAllOfUser.action(name)}
          </Button>
        )}
      </Head>
      <Gate
        state={state}
        hasValue={state.value !== undefined}
        loading={ACCESS_TEXT.loadingGrants}
        failed={ACCESS_TEXT.failedGrants}
        rows={2}
      >
        {items.length === 0 ? (
          <p className="px-3.5 pb-3 text-ink-2">{words.noGrant}</p>
        ) : (
          <Table caption={words.grants} columns={columns} rows={items} rowKey={({ id }) => id} />
        )}
      </Gate>
    </section>
  )
}

function Head({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <header className="flex min-h-10 flex-wrap items-center justify-between gap-2 px-3.5 py-1.5">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </header>
  )
}

function momentOf(seconds: number | undefined): string {
  return seconds === undefined ? '?' : formatMoment(seconds * 1000)
}

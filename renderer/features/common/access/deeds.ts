/** Each way of ending access: what it asks first, does, and says afterwards. */
import type { Revoked } from '#shared/contract/calls/common.ts'
import type { GrantView } from '#shared/contract/calls/grants.ts'
import type { SessionView } from '#shared/contract/calls/sessions.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'
import { quote } from '#shared/traffic/filter-text/tokens.ts'

import { ACCESS_TEXT as TEXT } from './text.ts'

export interface Deed {
  readonly title: string
  /** What happens. */
  readonly text: string
  readonly confirm: string
  readonly run: (bridge: Bridge) => Promise<{ readonly revoked: Revoked; readonly change?: string | undefined }>
  readonly done: string
  /** What is seen of it next. */
  readonly next?: string
  /** Where, in Traffic. */
  readonly filter: string
}

export interface Names {
  readonly user: string
  readonly client: string
}

export function endGrant({ id, client_id, tokens }: GrantView, { user, client }: Names): Deed {
  const words = TEXT.endGrant
  return {
    title: words.title(user, client),
    text: [explainTokens(tokens), `${client} has to ask ${user} again.`, TEXT.canBeUndone].join(' '),
    confirm: words.confirm,
    run: (bridge) => bridge.call('grants.remove', { id }),
    done: words.done(user, client),
    next: words.next(client),
    filter: `client:${quote(client_id)}`,
  }
}

export function endGrantsOfUser(username: string, user: string, count: number): Deed {
  const words = TEXT.endAllOfUser
  return {
    title: words.title(user),
    text: [words.text(count), TEXT.canBeUndone].join(' '),
    confirm: words.confirm,
    run: (bridge) => bridge.call('grants.removeAll', { user: username }),
    done: words.done(user),
    filter: `user:${quote(username)}`,
  }
}

export function endGrantsOfClient(client_id: string, client: string, count: number): Deed {
  const words = TEXT.endAllOfClient
  return {
    title: words.title(client),
    text: [words.text(count), TEXT.canBeUndone].join(' '),
    confirm: words.confirm,
    run: (bridge) => bridge.call('grants.removeAll', { client_id }),
    done: words.done(client),
    next: TEXT.endGrant.next(client),
    filter: `client:${quote(client_id)}`,
  }
}

export function endSession({ id, user: username, authorizations }: SessionView, user: string): Deed {
  const words = TEXT.endSession
  return {
    title: words.title(user),
    text: [explainSession(authorizations), TEXT.canBeUndone].join(' '),
    confirm: words.confirm,
    run: (bridge) => bridge.call('sessions.remove', { id }),
    done: words.done(user),
    next: words.next,
    filter: `user:${quote(username)}`,
  }
}

export function endSessionsOfUser(username: string, user: string, count: number): Deed {
  const words = TEXT.endAllSessions
  return {
    title: words.title(user),
    text: [words.text(count), TEXT.canBeUndone].join(' '),
    confirm: words.confirm,
    run: (bridge) => bridge.call('sessions.removeAll', { user: username }),
    done: words.done(user),
    next: TEXT.endSession.next,
    filter: `user:${quote(username)}`,
  }
}

function explainTokens({ access, refresh, codes }: GrantView['tokens']): string {
  const parts = [
    ...countOf(refresh, 'refresh token'),
    ...countOf(access, 'stored access token'),
    ...countOf(codes, 'unused code'),
  ]
  return `${[...parts, 'every JWT access token of it'].join(', ')} ${parts.length === 0 ? 'ends' : 'end'} at once.`.replace(
    /^./,
    (first) => first.toUpperCase(),
  )
}

function countOf(count: number, noun: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`]
}

function explainSession(authorizations: SessionView['authorizations']): string {
  const ending = authorizations.filter(({ stays, grant }) => !stays && grant !== undefined)
  const staying = authorizations.filter(({ stays }) => stays)
  return [
    'The next sign-in there asks for the password again.',
    ...(ending.length === 0 ? [] : [`What ${listNames(ending)} may do ends with it.`]),
    ...(staying.length === 0
      ? []
      : [`${listNames(staying)} may go on: that was given for offline access, and is ended as a grant.`]),
  ].join(' ')
}

function listNames(clients: readonly { readonly client_id: string }[]): string {
  const names = clients.map(({ client_id }) => client_id)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

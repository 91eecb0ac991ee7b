import type { Revoked } from '#shared/contract/calls/common.ts'

/** Words for what people have allowed and where they are signed in, which two screens speak of. */
export const ACCESS_TEXT = {
  loadingGrants: 'Loading the grants',
  failedGrants: 'The grants could not be read',
  loadingSessions: 'Loading the sessions',
  failedSessions: 'The sessions could not be read',
  someOnly: (count: number) =>
    `Only the newest ${count.toLocaleString('en')} are shown. Those of one person stand on the page of that person.`,
  anonymous: 'somebody',
  ago: (span: string) => `${span} ago`,
  noScope: 'No scope at all',
  application: 'Application',
  allowed: 'May',
  since: 'Since',
  end: 'End',
  endOf: (name: string) => `End the grant for ${name}`,
  signOut: 'Sign out',
  signOutOf: (since: string) => `Sign out the session that began ${since}`,
  session: 'Signed in',
  lastUse: 'Last used',
  clients: 'Applications',
  noClients: 'none yet',
  traffic: 'See it in Traffic',
  undone: 'It is as it was.',
  endGrant: {
    title: (user: string, client: string) => `End what ${user} has allowed ${client}?`,
    confirm: 'End the grant',
    done: (user: string, client: string) => `${client} may do nothing more for ${user}.`,
    next: (client: string) =>
      `Whatever ${client} sends next with a token of it is refused: invalid_grant for a refresh, 401 at an API.`,
  },
  endAllOfUser: {
    action: (user: string) => `End all of what ${user} has allowed`,
    title: (user: string) => `End all of what ${user} has allowed?`,
    text: (count: number) =>
      `${count === 1 ? 'One grant ends' : `${count.toLocaleString('en')} grants end`} with every token of it, JWT access tokens too. Each application has to ask again.`,
    confirm: 'End them all',
    done: (user: string) => `Nobody may do anything for ${user} any more.`,
  },
  endAllOfClient: {
    action: (client: string) => `End all grants for ${client}`,
    title: (client: string) => `End all grants for ${client}?`,
    text: (count: number) =>
      `${count === 1 ? 'One grant ends' : `${count.toLocaleString('en')} grants end`} with every token of it, JWT access tokens too. It has to ask each person again.`,
    confirm: 'End them all',
    done: (client: string) => `${client} may do nothing more for anybody.`,
  },
  endSession: {
    title: (user: string) => `Sign ${user} out of this browser?`,
    confirm: 'Sign out',
    done: (user: string) => `${user} is signed out of that browser.`,
    next: 'The next application that sends the browser here is answered with the sign-in page; one with prompt=none gets login_required.',
  },
  endAllSessions: {
    action: (user: string) => `Sign ${user} out everywhere`,
    title: (user: string) => `Sign ${user} out everywhere?`,
    text: (count: number) =>
      `${count === 1 ? 'One session ends' : `${count.toLocaleString('en')} sessions end`}, and with ${count === 1 ? 'it' : 'them'} each grant that was not given for offline access.`,
    confirm: 'Sign out everywhere',
    done: (user: string) => `${user} is signed out everywhere.`,
  },
  canBeUndone: 'You can take it back for as long as the message stays, and later in the history.',
} as const

/** "2 grants and 3 stored tokens ended." */
export function explainEnded({ grants, sessions, tokens }: Revoked): string {
  const parts = [...countOf(sessions, 'session'), ...countOf(grants, 'grant'), ...countOf(tokens, 'stored token')]
  const last = parts.at(-1)
  if (last === undefined) return 'There was nothing left to end.'
  const list = parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
  return `${list} ended.`
}

function countOf(count: number, noun: string): readonly string[] {
  return count === 0 ? [] : [`${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`]
}

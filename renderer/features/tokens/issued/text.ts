import type { Falls, TokenKind } from '#shared/contract/calls/tokens.ts'

const COUNTED = {
  access_token: ['stored access token', 'stored access tokens'],
  refresh_token: ['refresh token', 'refresh tokens'],
  code: ['unused code', 'unused codes'],
} as const

export const TEXT = {
  list: 'Tokens that this issuer gave',
  count: (count: number, hasMore: boolean) => `${count}${hasMore ? ' and more' : ''}`,
  detail: 'The token',
  back: 'All tokens',
  loading: 'Loading the tokens',
  failed: 'The tokens could not be read',
  more: 'Load more',
  filters: {
    label: 'Which tokens',
    client: 'Application',
    user: 'User',
    kind: 'Kind',
    state: 'State',
    any: 'any',
    clear: 'Show all',
  },
  columns: { kind: 'Token', client: 'For', audience: 'Audience', state: 'State' },
  userInfoOnly: 'UserInfo alone',
  issuerItself: 'the issuer itself',
  empty: {
    title: 'No token was given yet',
    text: 'Sign in with an application, or walk a grant: each token that the issuer gives is listed here, live.',
    action: 'Walk a grant',
  },
  none: {
    title: 'No token fits',
    text: 'None of the tokens that were looked at is like that.',
    looked: 'The newest were looked through and none fits; older ones may.',
  },
  choose: { title: 'Pick a token', text: 'What it is good for, who made and used it, and how to end it.' },
  gone: {
    title: 'This token is not known any more',
    text: 'Its exchange was deleted, or it ended long ago.',
    action: 'Back to the list',
  },
  facts: {
    client: 'Application',
    user: 'User',
    noUser: 'none: the application itself',
    audience: 'Audience',
    scope: 'Scopes',
    noScope: 'none',
    issued: 'Issued',
    expires: 'Expires',
    grant: 'Grant',
    noGrant: 'none: no user granted anything',
    ago: (span: string) => `${span} ago`,
    in: (span: string) => `in ${span}`,
  },
  value: 'The token itself',
  copy: 'Copy the token',
  forge: 'Forge from it',
  introspection: {
    title: 'What the issuer says of it now',
    button: 'Introspect',
    again: 'Introspect again',
    hint: 'Asks the issuer as a protected resource does (RFC 7662). It leaves no traffic.',
    answer: 'Introspection answer',
    active: 'active',
    inactive: 'not active',
    idToken: 'An ID token is for the application that got it: nobody introspects it.',
    failed: 'The issuer did not answer',
  },
  traffic: {
    title: 'Traffic',
    made: 'Made by',
    used: 'Used by',
    unused: 'No recorded exchange has carried it since.',
    notRecorded: 'The exchange that made it is not recorded, or was deleted.',
    search: 'All exchanges of its sign-in',
  },
  revoke: {
    title: 'End it',
    alone: 'Revoke the token',
    grant: 'End the whole grant',
    over: 'It is over already: nothing is left to revoke.',
    idToken: 'An ID token cannot be revoked: nobody asks the issuer about it. Ending the grant ends what came with it.',
    question: 'Revoke this token?',
    grantQuestion: 'End the whole grant?',
    refreshQuestion: 'Revoke this refresh token?',
    confirm: 'Revoke',
    confirmGrant: 'End the grant',
    done: 'The token was revoked.',
    doneGrant: 'The grant has ended, and all of its tokens with it.',
    failed: 'It was not revoked',
    itself: 'The token ends at once.',
    withIt: ({ withIt }: Falls) =>
      withIt.length === 0
        ? undefined
        : `With it ${withIt.length === 1 && withIt[0]?.count === 1 ? 'falls' : 'fall'} ${withIt
            .map(({ kind, count }) => `${count} ${COUNTED[kind][count === 1 ? 0 : 1]}`)
            .join(', ')} of the same grant.`,
    jwts: {
      none: undefined,
      all: 'So do all JWT access tokens of the grant.',
      stay: 'JWT access tokens of the same grant stay good until they expire.',
    },
    grantGone: 'The user is asked for consent again.',
  },
} as const

export function explainFalls(falls: Falls): string {
  const words = TEXT.revoke
  return [
    falls.itself ? words.itself : undefined,
    words.withIt(falls),
    words.jwts[falls.jwts],
    falls.grant ? words.grantGone : undefined,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ')
}

export function describeAudience(kind: TokenKind, audience: readonly string[]): string {
  if (audience.length > 0) return audience.join(' ')
  return kind === 'refresh_token' ? TEXT.issuerItself : TEXT.userInfoOnly
}

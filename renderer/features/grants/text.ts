export const TEXT = {
  title: 'Grants and sessions',
  filter: { grants: 'Filter grants', sessions: 'Filter sessions' },
  view: 'What is listed',
  grants: 'Grants',
  sessions: 'Sessions',
  grantList: 'Grants, newest first',
  sessionList: 'Sessions, newest first',
  grantDetail: 'Grant',
  sessionDetail: 'Session',
  backToGrants: 'All grants',
  backToSessions: 'All sessions',
  count: (count: number, noun: 'grant' | 'session', hasMore: boolean) =>
    `${count.toLocaleString('en')}${hasMore ? ' and more' : ''} ${noun}${count === 1 ? '' : 's'}`,
  row: (user: string, client: string) => `${user} → ${client}`,
  chooseGrant: {
    title: 'Choose a grant',
    text: 'Who allowed what to which application, what lives under it, and how to end it.',
  },
  chooseSession: { title: 'Choose a session', text: 'Who is signed in, how, where to, and how to end it.' },
  noGrants: {
    title: 'Nobody has allowed anything',
    text: 'When somebody consents to what an application asks for, it is written down here until it is ended or runs out.',
    action: 'Walk a grant',
  },
  noSessions: {
    title: 'Nobody is signed in',
    text: 'Each browser in which somebody has signed in has a session here.',
    action: 'Open the browser',
  },
  goneGrant: {
    title: 'This grant has ended',
    text: 'It was revoked, or has run out. Every token of it has ended too.',
    action: 'See all grants',
  },
  goneSession: {
    title: 'This session has ended',
    text: 'The user has signed out, was signed out, or did not come back.',
    action: 'See all sessions',
  },
  facts: {
    user: 'User',
    client: 'Application',
    since: 'Since',
    until: 'Until',
    unknown: 'not known',
    scope: 'OpenID Connect',
    noScope: 'none',
    details: 'authorization_details',
    stored: 'Lives under it',
    storedTokens: (refresh: number, access: number, codes: number) =>
      [
        count(refresh, 'refresh token'),
        count(access, 'stored access token'),
        ...(codes > 0 ? [count(codes, 'unused code')] : []),
      ].join(', '),
    storedHint: 'JWT access tokens are not stored. They end with the grant as well.',
    acr: 'acr',
    amr: 'amr',
    lastUse: 'Last used',
    clients: 'Signed in to',
    noClients: 'No application yet',
    grant: 'its grant',
    stays: 'stays after sign-out: given for offline access',
    ends: 'ends with the session',
    noGrant: 'nothing granted',
  },
  tokens: {
    title: 'Tokens that are good now',
    loading: 'Loading the tokens',
    failed: 'The tokens could not be read',
    none: 'None that was seen being given and is good still.',
    more: 'And more: see all tokens of both.',
    expires: (span: string) => `for ${span}`,
    all: 'All of their tokens',
  },
  deeds: { label: 'More', traffic: 'Their traffic' },
} as const

function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`
}

import { GRANT } from '#shared/oauth/protocol.ts'

export const KIND_IDS = ['server', 'browser', 'native', 'cli', 'service', 'device', 'agent'] as const
export type KindId = (typeof KIND_IDS)[number]

/** What somebody builds, the values that are sound for it, and why these. */
export interface Kind {
  readonly id: KindId
  readonly title: string
  readonly text: string
  /** Where its first redirect address might be; none for what has no browser. */
  readonly redirect: string | undefined
  readonly metadata: Readonly<Record<string, unknown>>
  readonly reasons: readonly string[]
}

const WITH_USERS = { grant_types: [GRANT.authorizationCode, GRANT.refreshToken], response_types: ['code'] }
const PUBLIC_PKCE =
  'Whoever has the program has everything in it, so it gets no secret. PKCE ties each code to the one who asked for it.'

export const KINDS: readonly Kind[] = [
  {
    id: 'server',
    title: 'Web application with a server',
    text: 'Pages or an API of your own on a server: Express, Next.js, Spring, Django, Rails.',
    redirect: 'http://localhost:3000/callback',
    metadata: {
      ...WITH_USERS,
      application_type: 'web',
      token_endpoint_auth_method: 'client_secret_basic',
      valetkey: { requirePkce: true },
    },
    reasons: [
      'Its server can keep a secret, so it proves itself with one.',
      'Authorization code with PKCE: RFC 9700 wants PKCE of applications with a secret, too.',
      'Refresh tokens, for when the user agrees to offline_access.',
    ],
  },
  {
    id: 'browser',
    title: 'Single-page application',
    text: 'JavaScript in the browser, without a server of its own: React, Vue, Angular.',
    redirect: 'http://localhost:5173/callback',
    metadata: { ...WITH_USERS, application_type: 'web', token_endpoint_auth_method: 'none' },
    reasons: [
      PUBLIC_PKCE,
      'No implicit grant: OAuth 2.1 has dropped it, and code with PKCE does the same without tokens in addresses.',
      'Refresh tokens are rotated: one that is used twice ends all of them.',
    ],
  },
  {
    id: 'native',
    title: 'Native or desktop application',
    text: 'Installed on a phone or a computer: iOS, Android, Electron.',
    redirect: 'http://127.0.0.1/callback',
    metadata: { ...WITH_USERS, application_type: 'native', token_endpoint_auth_method: 'none' },
    reasons: [
      PUBLIC_PKCE,
      'native: the port of a loopback address is free, and schemes of its own are allowed (RFC 8252).',
      'The system’s browser shows the sign-in page, never a window of the application.',
    ],
  },
  {
    id: 'cli',
    title: 'Command-line tool',
    text: 'Runs in a terminal, sometimes on a machine without a browser.',
    redirect: 'http://127.0.0.1/callback',
    metadata: {
      grant_types: [GRANT.authorizationCode, GRANT.deviceCode, GRANT.refreshToken],
      response_types: ['code'],
      application_type: 'native',
      token_endpoint_auth_method: 'none',
    },
    reasons: [
      'Where there is a browser it opens it and listens on a free port of the loopback (RFC 8252).',
      'Where there is none it shows a code for another device: the device grant (RFC 8628).',
      PUBLIC_PKCE,
    ],
  },
  {
    id: 'service',
    title: 'Service, machine to machine',
    text: 'A program that calls an API in its own name: a job, a daemon, a backend.',
    redirect: undefined,
    metadata: {
      grant_types: [GRANT.clientCredentials],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_basic',
    },
    reasons: [
      'No user takes part, so there is nothing to redirect and nobody to ask: client credentials.',
      'It gets no refresh token: with its secret it can ask for a new token at any time.',
    ],
  },
  {
    id: 'device',
    title: 'Device without a keyboard',
    text: 'A television, a console, a printer.',
    redirect: undefined,
    metadata: {
      grant_types: [GRANT.deviceCode, GRANT.refreshToken],
      response_types: [],
      token_endpoint_auth_method: 'none',
    },
    reasons: [
      'The user types a short code on another device, whose keyboard and browser they know (RFC 8628).',
      'Refresh tokens, so that nobody has to type it again every hour.',
    ],
  },
  {
    id: 'agent',
    title: 'Agent or MCP client',
    text: 'A program that finds APIs by itself and calls them for a user.',
    redirect: 'http://127.0.0.1/callback',
    metadata: { ...WITH_USERS, application_type: 'native', token_endpoint_auth_method: 'none' },
    reasons: [
      PUBLIC_PKCE,
      'It names the API that it wants by resource (RFC 8707), so that a token for one is of no use at another.',
      'Most such clients register themselves; this is for one that does not.',
    ],
  },
]

export function findKind(id: string | null): Kind | undefined {
  return KINDS.find((kind) => kind.id === id)
}

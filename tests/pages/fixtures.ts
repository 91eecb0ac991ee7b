import type {
  ClientView,
  ConsentPage,
  Page,
  ScopeChoice,
  SignInPage,
  UserView,
} from '../../electron/core/issuer/interactions/pages/page.ts'
import { ERROR_PAGES } from './error-fixtures.ts'

const LOGO =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"%3E%3Crect width="8" height="8" fill="%23c2570c"/%3E%3C/svg%3E'

export const CALENDAR: ClientView = { client_id: 'calendar-app', name: 'CalendarApp' }
const TODOS: ClientView = { client_id: 'my-todos', name: 'MyTodos.io', uri: 'http://localhost:5173/', logoUri: LOGO }
const TAXI: ClientView = { client_id: 'taxi-finder', name: 'Taxi Finder' }
const TV: ClientView = { client_id: 'couch-tv', name: 'Couch TV' }

const ALICE: UserView = { username: 'alice', name: 'Alice Adams', email: 'alice@organizer.test' }

function user(name: string, hasSecondFactor = false): SignInPage['users'][number] {
  const username = name.split(' ')[0]?.toLowerCase() ?? ''
  return { username, name, email: `${username}@organizer.test`, password: username, hasSecondFactor }
}

const USERS = [user('Alice Adams'), user('Bob Brown'), user('Carol Clark', true), user('Mallory Moss')]
const TWELVE_USERS = [
  ...USERS,
  ...['Dave Dunn', 'Erin East', 'Frank Ford', 'Grace Gill', 'Heidi Hart', 'Ivan Ives', 'Judy Jones'].map((name) =>
    user(name),
  ),
  user('Maximiliane-Theodora von Hohenberg-Wittelsbacher', true),
]

const API = { name: 'Organizer API', identifier: 'https://organizer.test/api' }

function scope(name: string, description: string, more: Partial<ScopeChoice> = {}): ScopeChoice {
  return { key: more.api ? `${more.api.identifier} ${name}` : name, name, description, required: false, ...more }
}

const SCOPES: readonly ScopeChoice[] = [
  scope('openid', 'Know who you are', { required: true }),
  scope('profile', 'See your name and picture'),
  scope('offline_access', 'Stay connected while you are away'),
  scope('read:appointments', 'Read your appointments', { api: API }),
  scope('create:appointments', 'Create appointments', { api: API }),
  scope('read:contacts', 'Read your contacts', { api: API }),
]

const THIRTY_SCOPES: readonly ScopeChoice[] = Array.from({ length: 30 }, (_, index) =>
  scope(`read:department-${index}:documents.confidential`, `Read the documents of department ${index}`, {
    api: { name: `Archive ${index % 3}`, identifier: `https://archive-${index % 3}.example.test/api/v2` },
  }),
)

const CONSENT: ConsentPage = {
  kind: 'consent',
  client: CALENDAR,
  user: ALICE,
  scopes: SCOPES,
  claims: [],
  authorizationDetails: [],
  redirectUri: 'http://localhost:3000/callback',
}

const SIGN_IN: SignInPage = { kind: 'sign-in', client: CALENDAR, users: USERS }

const APPROVAL = {
  client: TAXI,
  user: ALICE,
  scopes: [
    { name: 'geocode', description: 'Find the place of an address' },
    { name: 'route', description: 'Plan a route' },
  ],
}

const DEVICE_INFO = { ip: '127.0.0.1', userAgent: 'CouchTV/2.1 (WebOS 24; de-DE)' }

/** Every page as it is most often, under the name of its picture. */
const USUAL: Readonly<Record<string, Page>> = {
  'sign-in': SIGN_IN,
  'second-factor': {
    kind: 'second-factor',
    client: CALENDAR,
    user: { username: 'carol', name: 'Carol Clark', email: 'carol@organizer.test' },
    currentCode: '492039',
    secondsLeft: 17,
    skippable: true,
  },
  consent: CONSENT,
  'device-code': { kind: 'device-code', action: '/device', xsrf: 'a1b2' },
  'device-confirm': {
    kind: 'device-confirm',
    action: '/device',
    xsrf: 'a1b2',
    userCode: 'WDJB-MJHT',
    client: TV,
    deviceInfo: DEVICE_INFO,
  },
  'device-done': { kind: 'device-done', client: TV },
  'sign-out': { kind: 'sign-out', action: '/logout/confirm', xsrf: 'a1b2', client: CALENDAR, user: ALICE },
  'signed-out': { kind: 'signed-out' },
  approvals: {
    kind: 'approvals',
    action: '/approvals',
    csrf: 'c3d4',
    requests: [
      { id: 'r1', ...APPROVAL, bindingMessage: 'Ride 4711', secondsLeft: 272 },
      { id: 'r2', ...APPROVAL, client: TODOS, scopes: [], secondsLeft: 45 },
    ],
  },
  message: {
    kind: 'message',
    title: 'The screens will be here',
    text: [['The issuer is running at ', { code: 'http://localhost:4400' }, '. Applications can use it now.']],
    links: [{ label: 'See its metadata', href: 'http://localhost:4400/.well-known/openid-configuration' }],
  },
  callback: {
    kind: 'callback',
    query: [
      { name: 'code', value: 'hJx2mQ0V8dUq3Y1rK9b7cA', meaning: 'The code that the application exchanges for tokens.' },
      { name: 'state', value: 'af0ifjsldkj' },
      { name: 'iss', value: 'http://localhost:4400' },
    ],
    body: [],
    leftOut: 0,
    links: [{ label: 'See the request in Traffic', href: '/traffic' }],
  },
}

/** Errors, much of everything, nothing of it. */
const UNUSUAL: Readonly<Record<string, Page>> = {
  'sign-in-error': {
    ...SIGN_IN,
    loginHint: 'alice',
    reason: ['The application asks you to sign in again: it sent ', { code: 'prompt=login' }, '.'],
    error: 'The user name or the password is wrong.',
  },
  'sign-in-many': { ...SIGN_IN, client: TODOS, users: TWELVE_USERS },
  'sign-in-bare': { kind: 'sign-in', client: undefined, users: [] },
  'second-factor-error': {
    kind: 'second-factor',
    client: undefined,
    user: ALICE,
    currentCode: '004217',
    secondsLeft: 1,
    skippable: false,
    error: 'This is not the code of this moment.',
  },
  'consent-rich': {
    ...CONSENT,
    client: TODOS,
    claims: ['email', 'email_verified', 'https://claims.example/department'],
    authorizationDetails: [
      {
        type: 'payment_initiation',
        actions: ['initiate', 'status'],
        locations: ['https://photobox.test/api'],
        instructedAmount: { currency: 'EUR', amount: '123.50' },
        urgent: true,
      },
      { type: 'https://scheme.example/photo-album' },
    ],
  },
  'consent-many': {
    ...CONSENT,
    client: { client_id: 'x'.repeat(120), name: 'The Very Long Named Enterprise Document Archive Companion' },
    scopes: THIRTY_SCOPES,
    redirectUri: `https://archive.example.test/${'callback/'.repeat(30)}`,
  },
  'consent-empty': { ...CONSENT, scopes: [], redirectUri: undefined },
  'device-code-error': {
    kind: 'device-code',
    action: '/device',
    xsrf: 'a1b2',
    userCode: 'WDJB-MJHX',
    error: 'No device is waiting with this code. Compare it letter by letter.',
  },
  'device-confirm-unknown': {
    kind: 'device-confirm',
    action: '/device',
    xsrf: 'a1b2',
    userCode: '123-456-789',
    client: TV,
    deviceInfo: {},
  },
  'sign-out-bare': { kind: 'sign-out', action: '/logout/confirm', xsrf: 'a1b2' },
  'signed-out-client': { kind: 'signed-out', client: CALENDAR },
  'approvals-empty': { kind: 'approvals', action: '/approvals', csrf: 'c3d4', requests: [], notice: 'Denied.' },
  'callback-bare': { kind: 'callback', query: [], body: [], leftOut: 0, links: [] },
  'callback-rich': {
    kind: 'callback',
    query: [{ name: '', value: '' }],
    body: [
      { name: 'id_token', value: `eyJhbGciOiJSUzI1NiJ9.${'aZ09-_'.repeat(300)}.sig` },
      { name: 'a name with spaces '.repeat(20), value: 'two\nlines \u202e and a turn' },
    ],
    leftOut: 14_000,
    links: [],
  },
  'message-bare': { kind: 'message', title: 'Nothing is here', text: [['No page has this address.']], links: [] },
}

export const PAGES: Readonly<Record<string, Page>> = { ...USUAL, ...ERROR_PAGES, ...UNUSUAL }

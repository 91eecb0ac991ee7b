import type { ChangedKind } from '#shared/contract/calls/history.ts'
import type { Door } from '#shared/model/history.ts'

export const TEXT = {
  kinds: {
    clients: 'Application',
    apis: 'API',
    users: 'User',
    keys: 'Key',
    settings: 'Settings',
    scenarios: 'Scenario',
  } satisfies Record<ChangedKind, string>,
  counted: {
    clients: ['application', 'applications'],
    apis: ['API', 'APIs'],
    users: ['user', 'users'],
    keys: ['key', 'keys'],
    settings: ['setting', 'settings'],
    scenarios: ['scenario', 'scenarios'],
  } satisfies Record<ChangedKind, readonly [string, string]>,
  actions: { created: 'Added', changed: 'Changed', removed: 'Removed' },
  doors: {
    screens: 'Screens',
    rest: 'Management API',
    registration: 'Dynamic registration',
    permissive: 'Registered on sight',
  } satisfies Record<Door, string>,
  member: 'Member',
  before: 'Before',
  after: 'After',
  value: 'Value',
  none: 'none',
  secret: 'another one; secrets are not shown',
  hidden: 'Secrets are not shown.',
  more: (count: number) => `${count.toLocaleString('en')} more ${count === 1 ? 'is' : 'are'} not shown here.`,
  nothing: 'Nothing would change: all of it is like that already.',
  ended: {
    title: 'Ends',
    grants: (count: number) => `${count} ${count === 1 ? 'grant' : 'grants'}`,
    sessions: (count: number) => `${count} ${count === 1 ? 'session' : 'sessions'}`,
    tokens: (count: number) => `${count} stored ${count === 1 ? 'token' : 'tokens'}`,
    text: (what: string) => `${what} would be revoked. JWT access tokens end with their grant.`,
  },
  restored: (count: number) =>
    `${count} ${count === 1 ? 'token, grant or session' : 'tokens, grants and sessions'} would come back, but for what has expired.`,
  history: 'History',
  historyOf: (name: string) => `History of ${name}`,
} as const

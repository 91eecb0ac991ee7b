/** The whole of REST: which address is which call. Everything else (parameters, documentation) follows from the schemas. */
import { type CallName, CALLS } from '#shared/contract/calls/calls.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Route {
  readonly method: Method
  /** Below BASE; `{name}` is a member of the call's input. */
  readonly path: string
  readonly call: CallName
  /** The member of the input that the body is. */
  readonly body?: string
  /** Where a created entity's id stands in it; the answer then has 201 and Location. */
  readonly created?: string
  readonly maxBody?: number
}

export const BASE = '/api/v1'

const MEGABYTE = 1024 * 1024
export const MAX_BODY = MEGABYTE
/** As much as a config file may have. */
const MAX_IMPORT = 10 * MEGABYTE
/** Answers are in it whole. */
const MAX_HAR = 50 * MEGABYTE

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/clients', call: 'clients.list' },
  { method: 'POST', path: '/clients', call: 'clients.create', body: 'client', created: 'client_id' },
  { method: 'GET', path: '/clients/{client_id}', call: 'clients.get' },
  { method: 'PUT', path: '/clients/{client_id}', call: 'clients.replace', body: 'client' },
  { method: 'PATCH', path: '/clients/{client_id}', call: 'clients.change', body: 'changes' },
  { method: 'DELETE', path: '/clients/{client_id}', call: 'clients.remove' },
  { method: 'POST', path: '/clients/{client_id}/secret', call: 'clients.rotateSecret' },
  { method: 'POST', path: '/clients/{client_id}/keep', call: 'clients.keep' },
  { method: 'GET', path: '/apis', call: 'apis.list' },
  { method: 'POST', path: '/apis', call: 'apis.create', body: 'api', created: 'identifier' },
  { method: 'GET', path: '/apis/{identifier}', call: 'apis.get' },
  { method: 'PUT', path: '/apis/{identifier}', call: 'apis.replace', body: 'api' },
  { method: 'PATCH', path: '/apis/{identifier}', call: 'apis.change', body: 'changes' },
  { method: 'DELETE', path: '/apis/{identifier}', call: 'apis.remove' },
  { method: 'POST', path: '/apis/{identifier}/trials', call: 'apis.try', body: 'trial' },
  { method: 'GET', path: '/users', call: 'users.list' },
  { method: 'POST', path: '/users', call: 'users.create', body: 'user', created: 'username' },
  { method: 'GET', path: '/users/{username}', call: 'users.get' },
  { method: 'PUT', path: '/users/{username}', call: 'users.replace', body: 'user' },
  { method: 'PATCH', path: '/users/{username}', call: 'users.change', body: 'changes' },
  { method: 'DELETE', path: '/users/{username}', call: 'users.remove' },
  { method: 'POST', path: '/users/generate', call: 'users.generate' },
  { method: 'POST', path: '/users/import', call: 'users.import', body: 'users', maxBody: MAX_IMPORT },
  { method: 'GET', path: '/users/{username}/one-time-password', call: 'users.oneTimePassword' },
  { method: 'POST', path: '/users/{username}/sign-in', call: 'users.signIn' },
  { method: 'GET', path: '/keys', call: 'keys.list' },
  { method: 'POST', path: '/keys', call: 'keys.create', body: 'key', created: 'kid' },
  { method: 'POST', path: '/keys/rotate', call: 'keys.rotate', body: 'rotation' },
  { method: 'POST', path: '/keys/preview', call: 'keys.preview', body: 'deed' },
  { method: 'GET', path: '/keys/usage', call: 'keys.usage' },
  { method: 'GET', path: '/keys/{kid}', call: 'keys.get' },
  { method: 'POST', path: '/keys/{kid}/activate', call: 'keys.activate' },
  { method: 'POST', path: '/keys/{kid}/retire', call: 'keys.retire' },
  { method: 'DELETE', path: '/keys/{kid}', call: 'keys.remove' },
  { method: 'GET', path: '/grants', call: 'grants.list' },
  { method: 'DELETE', path: '/grants', call: 'grants.removeAll' },
  { method: 'GET', path: '/grants/{id}', call: 'grants.get' },
  { method: 'DELETE', path: '/grants/{id}', call: 'grants.remove' },
  { method: 'GET', path: '/sessions', call: 'sessions.list' },
  { method: 'DELETE', path: '/sessions', call: 'sessions.removeAll' },
  { method: 'GET', path: '/sessions/{id}', call: 'sessions.get' },
  { method: 'DELETE', path: '/sessions/{id}', call: 'sessions.remove' },
  { method: 'GET', path: '/exchanges', call: 'exchanges.list' },
  { method: 'DELETE', path: '/exchanges', call: 'exchanges.remove' },
  { method: 'GET', path: '/exchanges/outline', call: 'exchanges.outline' },
  { method: 'GET', path: '/exchanges/rows', call: 'exchanges.rows' },
  { method: 'GET', path: '/exchanges/sign-ins', call: 'exchanges.signIns' },
  { method: 'POST', path: '/exchanges/restore/{undo}', call: 'exchanges.restore' },
  { method: 'GET', path: '/exchanges.har', call: 'exchanges.har' },
  { method: 'GET', path: '/exchanges/stats', call: 'exchanges.stats' },
  { method: 'GET', path: '/exchanges.report', call: 'exchanges.report' },
  { method: 'POST', path: '/exchanges/import', call: 'exchanges.import', body: 'har', maxBody: MAX_HAR },
  { method: 'GET', path: '/exchanges/{id}', call: 'exchanges.get' },
  { method: 'PATCH', path: '/exchanges/{id}', call: 'exchanges.annotate', body: 'annotation' },
  { method: 'POST', path: '/exchanges/{id}/resend', call: 'exchanges.resend', body: 'draft' },
  { method: 'GET', path: '/tokens', call: 'tokens.list' },
  { method: 'POST', path: '/tokens/lookup', call: 'tokens.lookup', body: 'presented' },
  { method: 'POST', path: '/tokens/introspection', call: 'tokens.introspect', body: 'presented' },
  { method: 'POST', path: '/tokens/forged', call: 'tokens.forge', body: 'forgery' },
  { method: 'POST', path: '/tokens/attempts', call: 'tokens.try', body: 'attempt' },
  { method: 'POST', path: '/tokens/preview', call: 'tokens.preview', body: 'choice' },
  { method: 'GET', path: '/tokens/{id}', call: 'tokens.get' },
  { method: 'DELETE', path: '/tokens/{id}', call: 'tokens.revoke' },
  { method: 'GET', path: '/runs', call: 'runs.list' },
  { method: 'POST', path: '/runs', call: 'runs.create', body: 'choice' },
  { method: 'GET', path: '/runs/{id}', call: 'runs.get' },
  { method: 'DELETE', path: '/runs/{id}', call: 'runs.remove' },
  { method: 'POST', path: '/runs/{id}/next', call: 'runs.next' },
  { method: 'POST', path: '/runs/{id}/run', call: 'runs.runTo' },
  { method: 'POST', path: '/runs/{id}/answer', call: 'runs.answer' },
  { method: 'POST', path: '/runs/{id}/arrival', call: 'runs.arrive' },
  { method: 'POST', path: '/runs/{id}/restart', call: 'runs.restart' },
  { method: 'POST', path: '/runs/{id}/cancel', call: 'runs.cancel' },
  { method: 'PUT', path: '/runs/{id}/steps/{step}/draft', call: 'runs.edit', body: 'draft' },
  { method: 'DELETE', path: '/runs/{id}/steps/{step}/draft', call: 'runs.putBack' },
  { method: 'POST', path: '/runs/{id}/steps/{step}/send', call: 'runs.sendAgain' },
  { method: 'POST', path: '/tokens/verify', call: 'tokens.verify', body: 'verification' },
  { method: 'POST', path: '/tokens/decrypt', call: 'tokens.decrypt', body: 'decryption' },
  { method: 'GET', path: '/issuers', call: 'issuers.list' },
  { method: 'POST', path: '/issuers', call: 'issuers.create', body: 'issuer', created: 'id' },
  { method: 'POST', path: '/issuers/examine', call: 'issuers.examine', body: 'at' },
  { method: 'POST', path: '/issuers/discover', call: 'issuers.discover', body: 'where' },
  { method: 'GET', path: '/issuers/{id}', call: 'issuers.get' },
  { method: 'PUT', path: '/issuers/{id}', call: 'issuers.replace', body: 'issuer' },
  { method: 'DELETE', path: '/issuers/{id}', call: 'issuers.remove' },
  { method: 'POST', path: '/issuers/{id}/refresh', call: 'issuers.refresh' },
  { method: 'GET', path: '/scenarios', call: 'scenarios.list' },
  { method: 'GET', path: '/scenarios/{id}', call: 'scenarios.get' },
  { method: 'POST', path: '/scenarios', call: 'scenarios.save', body: 'scenario', created: 'id' },
  { method: 'PATCH', path: '/scenarios/{id}', call: 'scenarios.change', body: 'changes' },
  { method: 'DELETE', path: '/scenarios/{id}', call: 'scenarios.remove' },
  { method: 'GET', path: '/scenarios/{id}/changes', call: 'scenarios.compare' },
  { method: 'GET', path: '/scenarios/{id}/config', call: 'scenarios.export' },
  { method: 'POST', path: '/scenarios/{id}/load', call: 'scenarios.load' },
  { method: 'GET', path: '/settings', call: 'settings.get' },
  { method: 'PATCH', path: '/settings', call: 'settings.change', body: 'changes' },
  { method: 'POST', path: '/settings/preview', call: 'settings.preview', body: 'changes' },
  { method: 'GET', path: '/config', call: 'config.export' },
  { method: 'POST', path: '/config', call: 'config.import', body: 'config', maxBody: MAX_IMPORT },
  { method: 'GET', path: '/history', call: 'history.list' },
  { method: 'GET', path: '/history/{id}', call: 'history.get' },
  { method: 'GET', path: '/history/{id}/effect', call: 'history.effect' },
  { method: 'POST', path: '/history/{id}/put-back', call: 'history.putBack' },
  { method: 'POST', path: '/reset', call: 'reset', body: 'options' },
  { method: 'GET', path: '/find', call: 'find.by' },
  { method: 'GET', path: '/uses', call: 'uses.list' },
]

/** What a caller may start from. */
export const COLLECTIONS = [
  ...new Set(ROUTES.map(({ path }) => `/${path.split('/')[1]}`)),
  '/events',
  '/openapi.json',
  '/docs',
]

/** What a header or the body says, and therefore no parameter of the query can. */
const ELSEWHERE = new Set(['ifVersion', 'secrets'])

export interface Parts {
  readonly path: readonly string[]
  readonly query: readonly string[]
  readonly takesSecrets: boolean
  readonly takesVersion: boolean
}

/** Which member of the call's input comes from where. */
export function partsOf({ path, call, body }: Pick<Route, 'path' | 'call' | 'body'>): Parts {
  const members = Object.keys(CALLS[call].input.shape)
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return {
    path: inPath,
    query: members.filter((member) => !inPath.includes(member) && member !== body && !ELSEWHERE.has(member)),
    takesSecrets: members.includes('secrets'),
    takesVersion: members.includes('ifVersion'),
  }
}

/** An input for every call, in an order in which each finds what it needs. */
import { SCREEN_CALLS, type ScreenCallName } from '#shared/contract/calls/calls.ts'
import { desktopCalls } from '#shared/contract/calls/shell.ts'

interface Made {
  readonly input: object
  /** The code of the failure, where it is one that is asked for. */
  readonly failure?: string
}

/** Nothing is sent to such a port (Fetch section 2.9). */
const NOWHERE = 'http://127.0.0.1:1'

const MADE: Readonly<Partial<Record<ScreenCallName, Made>>> = {
  'grants.get': { input: { id: 'nobody-granted-this' }, failure: 'not_found' },
  'grants.remove': { input: { id: 'nobody-granted-this' }, failure: 'not_found' },
  'sessions.get': { input: { id: 'nobody-signed-in' }, failure: 'not_found' },
  'sessions.remove': { input: { id: 'nobody-signed-in' }, failure: 'not_found' },
  'keys.get': { input: { kid: 'no-such-key' }, failure: 'not_found' },
  'keys.activate': { input: { kid: 'no-such-key' }, failure: 'not_found' },
  'keys.retire': { input: { kid: 'no-such-key' }, failure: 'not_found' },
  'keys.remove': { input: { kid: 'no-such-key' }, failure: 'not_found' },
  'exchanges.get': { input: { id: 1 } },
  ...Object.fromEntries(
    ['get', 'next', 'sendAgain', 'edit', 'putBack', 'runTo', 'answer', 'arrive', 'restart', 'cancel', 'remove'].map(
      (verb) => [`runs.${verb}`, { input: runInput(verb), failure: 'not_found' }] as const,
    ),
  ),
  'issuers.get': { input: { id: 'nobody-added-this' }, failure: 'not_found' },
  'issuers.refresh': { input: { id: 'nobody-added-this' }, failure: 'not_found' },
  'issuers.remove': { input: { id: 'nobody-added-this' }, failure: 'not_found' },
  'issuers.discover': { input: { where: { address: NOWHERE } }, failure: 'unreachable' },
  'issuers.examine': { input: { at: { address: NOWHERE } } },
  'issuers.create': { input: { issuer: { address: NOWHERE } }, failure: 'unreachable' },
  'issuers.replace': { input: { id: 'new', issuer: { address: NOWHERE } }, failure: 'unreachable' },
  'exchanges.resend': {
    input: { id: 1, draft: { method: 'GET', url: `${NOWHERE}/`, headers: [] } },
    failure: 'unreachable',
  },
  'tokens.get': { input: { id: 'nobody-was-given-this' }, failure: 'not_found' },
  'tokens.revoke': { input: { id: 'nobody-was-given-this' }, failure: 'not_found' },
  'history.get': { input: { id: 'nobody-did-this' }, failure: 'not_found' },
  'history.putBack': { input: { id: 'nobody-did-this' }, failure: 'not_found' },
  'history.effect': { input: { id: 'nobody-did-this' }, failure: 'not_found' },
  'clients.keep': { input: { client_id: 'calendar-app' } },
}

function runInput(verb: string): object {
  const draft = { method: 'GET', url: 'http://localhost:4400/', headers: [] }
  return {
    id: 'nobody-began-this',
    ...(['sendAgain', 'edit', 'putBack'].includes(verb) && { step: 'any' }),
    ...(verb === 'edit' && { draft }),
    ...(verb === 'arrive' && { url: 'http://localhost:4401/callback?code=any' }),
  }
}

export function callsToMake(): readonly (Made & { readonly name: ScreenCallName })[] {
  const names = Object.keys(SCREEN_CALLS) as ScreenCallName[]
  return names.map((name) => ({ name, ...(MADE[name] ?? { input: exampleOf(name) ?? {} }), ...failureOf(name) }))
}

function exampleOf(name: ScreenCallName): object | undefined {
  const call = SCREEN_CALLS[name]
  return 'example' in call ? (call.example as object | undefined) : undefined
}

/** The worlds of these tests are without what only a desktop has. */
function failureOf(name: ScreenCallName): { readonly failure?: string } {
  if (!Object.hasOwn(desktopCalls, name)) return {}
  // What is wrong with the input is not looked at before it is known who would answer.
  return { failure: 'unknown_call' }
}

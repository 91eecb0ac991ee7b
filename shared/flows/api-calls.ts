/** Which of an API's calls show what a token opens, and what it does not. */
import { splitScope } from '../oauth/scope.ts'
import type { Context, FlowApi, FlowApiCall } from './flow.ts'
import { maybeText } from './known.ts'
import { requestedScope } from './scope.ts'

export function callsOf(api: FlowApi | undefined): readonly FlowApiCall[] {
  if (api?.calls !== undefined && api.calls.length > 0) return api.calls
  throw new Error(`${api?.name ?? 'The API'} is not served here, so there is nothing to call.`)
}

export function firstCallOf(api: FlowApi | undefined): FlowApiCall {
  const [first] = callsOf(api)
  if (first === undefined) throw new Error('an API without calls')
  return first
}

/** What was granted, as far as the client was told (RFC 6749 section 5.1); else what was asked for. */
export function grantedScope(context: Context): readonly string[] {
  const told = maybeText(context, 'scope')
  return told === undefined ? requestedScope(context.choice) : splitScope(told)
}

/** The first call that is allowed; where none is, the first of all, which will be refused. */
export function findAllowedCall(context: Context): FlowApiCall {
  const granted = grantedScope(context)
  return callsOf(context.api).find((call) => isAllowed(call, granted)) ?? firstCallOf(context.api)
}

/** The first call whose scope is missing; undefined when all of them are allowed. */
export function findRefusedCall(context: Context): FlowApiCall | undefined {
  const granted = grantedScope(context)
  return callsOf(context.api).find((call) => !isAllowed(call, granted))
}

/** A call of an API elsewhere may need several scopes, or none. */
function isAllowed({ scope }: FlowApiCall, granted: readonly string[]): boolean {
  return splitScope(scope).every((name) => granted.includes(name))
}

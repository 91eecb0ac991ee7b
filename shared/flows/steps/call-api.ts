import type { HeaderPair } from '../../model/exchange.ts'
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { expectRefusal, isGood, readRefusal } from '../answer.ts'
import { findAllowedCall, findRefusedCall } from '../api-calls.ts'
import { bearer } from '../bearer.ts'
import { checkThat } from '../checks.ts'
import type { CallStep, Choice, Draft, FlowApiCall, Step } from '../flow.ts'
import { findHeader } from '../../model/headers.ts'

/** The ending of every flow that has an API: what the token opens, and what it does not. */
export function apiSteps({ api }: Choice): readonly Step[] {
  return api === undefined ? [] : [callApi, callApiRefused]
}

export const callApi: CallStep = {
  kind: 'call',
  id: 'call-api',
  title: 'Call the API',
  from: 'client',
  to: 'api',
  arrow: 'call with the token',
  answerArrow: '200',
  teach: {
    what: rich`The application shows the access token, and the API decides by it: is it good, is it for me, and does its scope allow this? The application itself has no business looking into the token.`,
    goesWrong: rich`Whoever holds a bearer token is let in. It belongs in the {Authorization} header: addresses end up in logs and histories.`,
    specs: [rfc(6750, '2.1'), rfc(6749, '7')],
  },
  build: (context) => buildCall(findAllowedCall(context), [bearer(context)]),
  process(_context, answer) {
    const comparison = {
      id: 'api-answer',
      title: 'The API lets the call in',
      spec: rfc(6750, '2.1'),
      otherwise: 'The API refused. Its answer says why, in the header WWW-Authenticate.',
    }
    const checks = [checkThat(comparison, isGood(answer), `${answer.status}`, 'a status from 200 to 299')]
    return { learned: {}, checks, error: readRefusal(answer) }
  },
}

export const callApiRefused: CallStep = {
  kind: 'call',
  id: 'call-api-refused',
  title: 'Call what was not allowed',
  from: 'client',
  to: 'api',
  arrow: 'call without the scope',
  answerArrow: '403 insufficient_scope',
  teach: {
    what: rich`The same token, another call: one whose scope was not asked for, or was not granted. The API has to refuse, and this walk goes on only when it does.`,
    goesWrong: rich`An API that checks that the token is good, and forgets to look at the scope, gives every application everything.`,
    specs: [rfc(6750, '3.1'), rfc(9700, '2.3')],
  },
  // Where the token allows all there is, it is left at home: then the refusal is for want of it.
  build(context) {
    const refused = findRefusedCall(context)
    return refused === undefined ? buildCall(findAllowedCall(context), []) : buildCall(refused, [bearer(context)])
  },
  process(_context, answer, sent) {
    const hasToken = findHeader(sent.headers, 'authorization') !== undefined
    return expectRefusal(answer, {
      id: 'api-refusal',
      title: hasToken ? 'The API refuses for want of the scope' : 'The API refuses without a token',
      spec: hasToken ? rfc(6750, '3.1') : rfc(6750, '3'),
      status: hasToken ? [403] : [401],
      codes: hasToken ? ['insufficient_scope'] : undefined,
      otherwise: 'The API let in, or refused for another reason. Is this still a call that the token does not allow?',
    })
  },
}

export function buildCall({ method, url, body }: FlowApiCall, headers: readonly HeaderPair[]): Draft {
  if (body === undefined) return { method, url, headers: [['accept', 'application/json'], ...headers] }
  const json: readonly HeaderPair[] = [
    ['content-type', 'application/json'],
    ['accept', 'application/json, text/event-stream'],
  ]
  return { method, url, headers: [...json, ...headers], body }
}

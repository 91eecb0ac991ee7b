import { rfc } from '../../teach/specs.ts'
import { rich } from '../../teach/rich-text.ts'
import { buildGet, type Parameters } from '../draft.ts'
import type { BrowserStep, Context, LayerId, LocalStep } from '../flow.ts'
import { knownText, learn } from '../known.ts'
import { requestedScope } from '../scope.ts'

/** What ties the answer to this browser and this attempt. */
export const makeState: LocalStep = {
  kind: 'local',
  id: 'make-state',
  title: 'Make a state',
  from: 'client',
  to: 'client',
  arrow: 'state',
  teach: {
    what: rich`The application makes a random {state} and keeps it with this browser’s session. It will come back with the answer, and an answer that brings another one was started by somebody else.`,
    goesWrong: rich`A {state} that can be guessed, or that is not compared, lets an attacker sign a victim in to the attacker’s account.`,
    specs: [rfc(6749, '10.12'), rfc(9700, '4.7')],
  },
  run: (context) => ({ learned: learn({ state: context.tools.random() }), checks: [] }),
}

export interface AuthorizationRequest {
  /** The layers whose scopes this request has in any case. */
  readonly always?: readonly LayerId[] | undefined
  /** Instead of what was picked. */
  scope?(context: Context): readonly string[]
  parameters?(context: Context): Parameters
}

export function authorizationRequest(response_type: string, request: AuthorizationRequest = {}): BrowserStep {
  return {
    kind: 'browser',
    id: 'authorization-request',
    title: 'Send the user to authorize',
    from: 'browser',
    to: 'issuer',
    arrow: 'GET /authorize',
    teach: {
      what: rich`The application sends the browser to the issuer with what it asks for. From here on it sees nothing until the browser comes back: neither the password nor what the user does.`,
      goesWrong: rich`Everything in this address can be read and changed by whoever holds the browser. What must not be changed has to be signed or pushed beforehand.`,
      specs: [rfc(6749, '4.1.1'), rfc(9700, '2.1')],
    },
    build(context) {
      const scope = request.scope?.(context) ?? requestedScope(context.choice, request.always)
      return buildGet(context.issuer.authorization_endpoint, {
        response_type,
        client_id: context.client.client_id,
        redirect_uri: context.redirect_uri,
        scope: scope.join(' ') || undefined,
        state: knownText(context, 'state'),
        ...request.parameters?.(context),
      })
    },
  }
}

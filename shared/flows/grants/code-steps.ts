import type { Choice, LayerId, Step } from '../flow.ts'
import { authorizationRequest, makeState } from '../steps/authorization-request.ts'
import { authorizationResponse } from '../steps/authorization-response.ts'
import { apiSteps } from '../steps/call-api.ts'
import { consent, signIn } from '../steps/person.ts'
import { redeemCode } from '../steps/token-request.ts'

/** From the browser to the tokens. */
export function codeSteps(always: readonly LayerId[] = []): readonly Step[] {
  return [makeState, authorizationRequest('code', { always }), signIn, consent, authorizationResponse, redeemCode]
}

export function codeStepsWithApi(choice: Choice): readonly Step[] {
  return [...codeSteps(), ...apiSteps(choice)]
}

import type { Choice, Step } from '../flow.ts'
import { openid } from '../layers/openid.ts'
import { pkce } from '../layers/pkce.ts'
import { type AuthorizationRequest, authorizationRequest, makeState } from '../steps/authorization-request.ts'
import { authorizationResponse } from '../steps/authorization-response.ts'
import { userInfo } from '../steps/id-token.ts'
import { consent, signIn } from '../steps/person.ts'
import { redeemCode } from '../steps/token-request.ts'

/** Signing in and no more, with all that protects it: what the flows around the grants begin with. */
export function loginSteps(choice: Choice, request: AuthorizationRequest = {}): readonly Step[] {
  const asked = authorizationRequest('code', { scope: () => ['openid', 'profile'], ...request })
  const steps = pkce.apply([makeState, asked, signIn, consent, authorizationResponse, redeemCode], choice)
  return openid.apply(steps, choice).filter(({ id }) => id !== userInfo.id)
}

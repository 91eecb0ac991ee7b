import { GRANT } from '../../oauth/protocol.ts'
import { core, rfc } from '../../teach/specs.ts'
import { nameOf } from '../authenticate.ts'
import { amendDraft, hasStep } from '../compose.ts'
import { withParameters } from '../draft.ts'
import type { Layer, Step } from '../flow.ts'
import { refreshSteps } from '../steps/refresh.ts'

export const refresh: Layer = {
  id: 'refresh',
  title: 'Stay signed in',
  summary: 'offline_access asks for a refresh token; then it is used, and used once too often.',
  specs: [rfc(6749, '6'), core('11'), rfc(9700, '4.14')],
  uses: { grants: [GRANT.refreshToken], scope: 'offline_access' },
  checkFit(_flow, _choice, client) {
    const grants = client.grant_types ?? [GRANT.authorizationCode]
    return grants.includes(GRANT.refreshToken)
      ? undefined
      : `${nameOf(client)} is not registered for the grant refresh_token.`
  },
  apply: (steps, choice) => [...(hasStep(steps, 'make-nonce') ? askConsent(steps) : steps), ...refreshSteps(choice)],
}

/** OpenID Connect Core section 11: who asks to stay signed in has to have the user asked. */
export function askConsent(steps: readonly Step[]): readonly Step[] {
  return amendDraft(steps, ['authorization-request'], (_context, draft) => withParameters(draft, { prompt: 'consent' }))
}

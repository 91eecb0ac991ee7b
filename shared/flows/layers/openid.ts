import { core } from '../../teach/specs.ts'
import { amendDraft, hasStep, insertAfter } from '../compose.ts'
import { withParameters } from '../draft.ts'
import type { Layer } from '../flow.ts'
import { knownText } from '../known.ts'
import { makeNonce, readIdToken, userInfo } from '../steps/id-token.ts'

export const openid: Layer = {
  id: 'openid',
  title: 'Login',
  summary: 'OpenID Connect: an ID token says who signed in, and UserInfo says more.',
  specs: [core('2'), core('3.1.2.1')],
  needs: ['id_token_signing_alg_values_supported'],
  uses: { scope: 'openid' },
  checkFit(_flow, { variant }) {
    if (variant === 'token') return 'An ID token comes only when response_type asks for one, or for a code.'
    return variant === 'itself' ? 'There is no user here, so nobody signs in.' : undefined
  },
  apply(steps) {
    const checked = insertAfter(steps, 'token-request', readIdToken, userInfo)
    if (!hasStep(steps, 'authorization-request')) return checked
    const asked = amendDraft(checked, ['authorization-request'], (context, draft) =>
      withParameters(draft, { nonce: knownText(context, 'nonce') }),
    )
    return insertAfter(asked, 'make-state', makeNonce)
  },
}

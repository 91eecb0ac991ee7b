import { GRANT } from '../../oauth/protocol.ts'
import type { Link, RichText } from '../../teach/lesson.ts'
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { authenticate, type AuthMethod } from '../authenticate.ts'
import { buildForm, type Parameters } from '../draft.ts'
import type { CallStep, Context } from '../flow.ts'
import { knownText } from '../known.ts'
import { processTokenAnswer } from '../token-answer.ts'

export interface TokenRequest {
  readonly id?: string
  readonly title: string
  readonly answerArrow?: string
  readonly grant_type: string
  readonly what: RichText
  readonly goesWrong: RichText
  readonly specs: readonly Link[]
  /** Left out: as the client is registered. */
  method?(context: Context): AuthMethod | undefined
  parameters(context: Context): Parameters | Promise<Parameters>
}

/** A call to the token endpoint, the client's authentication on it. */
export function tokenRequest({
  id = 'token-request',
  title,
  answerArrow = 'tokens',
  ...request
}: TokenRequest): CallStep {
  const { grant_type, what, goesWrong, specs, parameters } = request
  return {
    kind: 'call',
    id,
    title,
    from: 'client',
    to: 'issuer',
    arrow: 'POST /token',
    answerArrow,
    teach: { what, goesWrong, specs },
    async build(context) {
      const form = { grant_type, ...(await parameters(context)) }
      return authenticate(context, buildForm(context.issuer.token_endpoint, form), request.method?.(context))
    },
    process: (context, answer) => processTokenAnswer(context, answer, grant_type),
  }
}

export const redeemCode = tokenRequest({
  title: 'Exchange the code for tokens',
  grant_type: GRANT.authorizationCode,
  what: rich`The application hands in the code, over a connection of its own: no browser is in between. It says who it is, by a secret or a key if it has one, and names the {redirect_uri} again, so that the issuer can see that the code went where it was meant to go.`,
  goesWrong: rich`A code is good once and for about a minute. One that comes a second time is taken for stolen: the issuer refuses it and ends what was issued for it the first time.`,
  specs: [rfc(6749, '4.1.3'), rfc(6749, '2.3.1')],
  parameters: (context) => ({ code: knownText(context, 'code'), redirect_uri: context.redirect_uri }),
})

import { GRANT } from '../../oauth/protocol.ts'
import { rich } from '../../teach/rich-text.ts'
import { core, rfc } from '../../teach/specs.ts'
import { expectRefusal, readJson, textOf } from '../answer.ts'
import { findAllowedCall } from '../api-calls.ts'
import { isPublic } from '../authenticate.ts'
import { bearer } from '../bearer.ts'
import { checkThat, skipCheck } from '../checks.ts'
import { joinOutcomes } from '../compose.ts'
import { checkSignature, checkSubject } from '../id-token.ts'
import type { Answer, CallStep, Check, Choice, Context, Outcome, Step } from '../flow.ts'
import { knownText, learn, maybeText } from '../known.ts'
import { processTokenAnswer } from '../token-answer.ts'
import { buildCall } from './call-api.ts'
import { tokenRequest } from './token-request.ts'

const ROTATION = {
  id: 'rotation',
  title: 'The refresh token is a new one',
  spec: rfc(9700, '4.14.2'),
}

export const refresh: CallStep = {
  ...tokenRequest({
    id: 'refresh',
    title: 'Refresh the access token',
    answerArrow: 'new tokens',
    grant_type: GRANT.refreshToken,
    what: rich`Access tokens are short-lived. With the refresh token the application gets the next one by itself: the user is not asked, and need not be there.`,
    goesWrong: rich`A refresh token is good for a long time, so a stolen one is worth much. Public applications must get a new one each time or bind it to a key.`,
    specs: [rfc(6749, '6'), rfc(9700, '4.14')],
    parameters: (context) => ({ refresh_token: knownText(context, 'refresh_token') }),
  }),
  async process(context, answer) {
    const used = knownText(context, 'refresh_token')
    const outcome = await processTokenAnswer(context, answer, GRANT.refreshToken)
    if (outcome.error !== undefined) return outcome
    const body = readJson(answer)
    const rotation = checkRotation(context, used, textOf(body?.['refresh_token']))
    const checks = [rotation, ...(await checkSameLogin(context, textOf(body?.['id_token'])))]
    return joinOutcomes(outcome, { learned: learn({ used_refresh_token: used }, ['used_refresh_token']), checks })
  },
}

/** OpenID Connect Core section 12.2: a new ID token may come along, and has to speak of the same login. */
async function checkSameLogin(context: Context, id_token: string | undefined): Promise<readonly Check[]> {
  const sub = maybeText(context, 'sub')
  if (id_token === undefined || sub === undefined) return []
  const verified = await context.tools.verifyJwt(id_token)
  return [checkSignature(verified, core('12')), checkSubject(sub, verified.claims?.['sub'], core('12'))]
}

/** A client that proves who it is may keep its refresh token: a copy is of no use to anybody else. */
function checkRotation({ client }: Context, used: string, given: string | undefined): Check {
  if (given === undefined) return skipCheck(ROTATION, 'The issuer gave none: the old one goes on being good.')
  if (given === used && !isPublic(client)) {
    return skipCheck(ROTATION, 'The issuer gives the same one again, as it may to a client that proves who it is.')
  }
  const otherwise = 'The issuer gives the same one again, so that a copy of it is noticed by nobody.'
  return checkThat({ ...ROTATION, otherwise }, given !== used, given === used ? 'the same one' : 'another', 'another')
}

/** The old one again, as a thief would do it, or an application that forgot to keep the new one. */
export const reuse: CallStep = {
  ...tokenRequest({
    id: 'refresh-reuse',
    title: 'Use the old refresh token again',
    answerArrow: '400 invalid_grant',
    grant_type: GRANT.refreshToken,
    what: rich`Now the refresh token that has been used already comes once more. Either a thief has a copy, or the application made a mistake: the issuer cannot tell, and takes it for stolen.`,
    goesWrong: rich`An application that sends two refresh requests at the same time trips the alarm on itself. Only one at a time may refresh.`,
    specs: [rfc(9700, '4.14.2'), rfc(6749, '10.4')],
    parameters: (context) => ({ refresh_token: knownText(context, 'used_refresh_token') }),
  }),
  process: (context, answer) =>
    refused(context, answer, {
      id: 'reuse',
      title: 'The issuer refuses the used refresh token',
      otherwise: 'It was taken a second time: this issuer does not notice when a refresh token is copied.',
    }),
}

/** What the alarm has ended: the good refresh token as well. */
export const reuseRevokes: CallStep = {
  ...tokenRequest({
    id: 'refresh-revoked',
    title: 'Find the new refresh token ended, too',
    answerArrow: '400 invalid_grant',
    grant_type: GRANT.refreshToken,
    what: rich`The issuer does not know which of the two is the thief, so it ends everything that came of this sign-in. Now the refresh token that was never used before is refused as well.`,
    goesWrong: rich`The user has to sign in again. That is the price, and it is smaller than a thief who stays.`,
    specs: [rfc(9700, '4.14.2')],
    parameters: (context) => ({ refresh_token: knownText(context, 'refresh_token') }),
  }),
  process: (context, answer) =>
    refused(context, answer, {
      id: 'revoked',
      title: 'The new refresh token is ended, too',
      otherwise: 'It still works: a thief who was first would go on unnoticed.',
    }),
}

interface Refusal {
  readonly id: string
  readonly title: string
  readonly otherwise: string
}

function refused(context: Context, answer: Answer, what: Refusal): Outcome {
  if (isSameToken(context)) {
    const why = 'The issuer has given no new refresh token, so the used one is the good one, and there is no alarm.'
    return { learned: {}, checks: [skipCheck({ ...what, spec: rfc(9700, '4.14.2') }, why)] }
  }
  return expectRefusal(answer, { ...what, spec: rfc(9700, '4.14.2'), status: [400], codes: ['invalid_grant'] })
}

function isSameToken(context: Context): boolean {
  return maybeText(context, 'refresh_token') === maybeText(context, 'used_refresh_token')
}

export const callWithRevoked: CallStep = {
  kind: 'call',
  id: 'call-api-revoked',
  title: 'Find the access token ended, too',
  from: 'client',
  to: 'api',
  arrow: 'call with the token',
  answerArrow: '401 invalid_token',
  teach: {
    what: rich`The demo APIs ask the issuer whether a token is still good. This one is not: it was ended together with the refresh tokens.`,
    goesWrong: rich`An API that only checks the signature and {exp} of a JWT hears nothing of this. It goes on letting in until the token expires, which is why access tokens are short-lived.`,
    specs: [rfc(7009, '3'), rfc(6750, '3.1')],
  },
  build: (context) => buildCall(findAllowedCall(context), [bearer(context)]),
  process: (_context, answer) =>
    expectRefusal(answer, {
      id: 'api-revoked',
      title: 'The API no longer takes the access token',
      spec: rfc(6750, '3.1'),
      status: [401],
      codes: ['invalid_token'],
      otherwise: 'The API takes a token that the issuer has ended.',
    }),
}

/** An API elsewhere may go by the token alone, as it may: it hears of an end only when the token expires. */
export function refreshSteps({ api, issuer }: Choice): readonly Step[] {
  const asksIssuer = api !== undefined && issuer === undefined
  return [refresh, reuse, reuseRevokes, ...(asksIssuer ? [callWithRevoked] : [])]
}

import { rich } from '../../teach/rich-text.ts'
import { core } from '../../teach/specs.ts'
import { isGood, readJson, readRefusal } from '../answer.ts'
import { bearer } from '../bearer.ts'
import { buildGet } from '../draft.ts'
import { endpointOf } from '../endpoints.ts'
import type { CallStep, Context, LocalStep, Outcome } from '../flow.ts'
import { checkIdToken, checkSignature, checkSubject } from '../id-token.ts'
import { knownText, learn, maybeText } from '../known.ts'

/** What ties the ID token to this sign-in. */
export const makeNonce: LocalStep = {
  kind: 'local',
  id: 'make-nonce',
  title: 'Make a nonce',
  from: 'client',
  to: 'client',
  arrow: 'nonce',
  teach: {
    what: rich`The application makes a second random value, the {nonce}. The issuer will write it into the ID token, and so the token can be told from one that was made for another sign-in.`,
    goesWrong: rich`Without it, an ID token that was caught elsewhere can be put into this sign-in, and the thief is let in as its owner.`,
    specs: [core('3.1.2.1'), core('3.1.3.7')],
  },
  run: (context) => ({ learned: learn({ nonce: context.tools.random() }), checks: [] }),
}

export const readIdToken: LocalStep = {
  kind: 'local',
  id: 'check-id-token',
  title: 'Read and check the ID token',
  from: 'client',
  to: 'client',
  arrow: 'check the ID token',
  teach: {
    what: rich`The ID token says who signed in, when, and for which application. It is meant for the application, which checks each of its claims before it believes one of them.`,
    goesWrong: rich`An application that only decodes the token, and does not check {iss}, {aud} and the signature, lets in whoever can write JSON.`,
    specs: [core('3.1.3.7'), core('2')],
  },
  run: (context) =>
    readToken(context, {
      access_token: maybeText(context, 'access_token'),
      nonce: maybeText(context, 'nonce'),
    }),
}

/** Of a hybrid or implicit answer: it came through the browser, and vouches for what came with it. */
export const readFrontIdToken: LocalStep = {
  ...readIdToken,
  id: 'check-front-id-token',
  title: 'Check the ID token that came with the answer',
  teach: {
    what: rich`This ID token came through the browser, beside a code or a token. Its signature covers their hashes: {c_hash} of the code, {at_hash} of the access token. So the application knows that they belong together before it uses any of them.`,
    goesWrong: rich`Without the hashes, an attacker can leave the signed token as it is and put another code or token beside it.`,
    specs: [core('3.3.2.11'), core('3.1.3.7'), core('3.2.2.5')],
  },
  run: (context) =>
    readToken(context, {
      isFrontChannel: true,
      access_token: maybeText(context, 'access_token'),
      code: maybeText(context, 'code'),
      state: maybeText(context, 'state'),
      nonce: maybeText(context, 'nonce'),
    }),
}

export async function readToken(context: Context, place: Parameters<typeof checkIdToken>[2]): Promise<Outcome> {
  const id_token = knownText(context, 'id_token')
  const { claims } = await context.tools.verifyJwt(id_token)
  const earlier = maybeText(context, 'sub')
  const sameUser = earlier === undefined ? [] : [checkSubject(earlier, claims?.['sub'], core('3.1.3.7'))]
  const checks = [...(await checkIdToken(context, id_token, place)), ...sameUser]
  return { learned: learn({ id_token_claims: claims, sub: claims?.['sub'] }), checks }
}

export const userInfo: CallStep = {
  kind: 'call',
  id: 'userinfo',
  title: 'Ask UserInfo who it is',
  from: 'client',
  to: 'issuer',
  arrow: 'GET /userinfo',
  answerArrow: 'claims',
  teach: {
    what: rich`UserInfo is an API of the issuer: for the access token it gives what the user allowed the application to know. Names and addresses can stay out of the ID token, and be fresh each time.`,
    goesWrong: rich`The answer is signed by nobody in particular. If its {sub} is not the one of the ID token, it speaks of somebody else, and none of it may be used.`,
    specs: [core('5.3'), core('5.3.2')],
  },
  build: (context) => buildGet(endpointOf(context.issuer, 'userinfo_endpoint'), {}, [bearer(context)]),
  async process(context, answer) {
    if (!isGood(answer)) return { learned: {}, checks: [], error: readRefusal(answer) }
    // A client may be registered for a signed answer (section 5.3.2): then the body is a JWT.
    const plain = readJson(answer)
    const verified = plain === undefined ? await context.tools.verifyJwt(answer.body) : undefined
    const signature = verified === undefined ? [] : [checkSignature(verified, core('5.3.2'))]
    const claims = plain ?? verified?.claims
    const checks = [...signature, checkSubject(maybeText(context, 'sub'), claims?.['sub'])]
    return { learned: learn({ userinfo: claims }), checks }
  },
}

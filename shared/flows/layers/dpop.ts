import { findHeader } from '../../model/headers.ts'
import { withoutQuery } from '../../oauth/dpop.ts'
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { isObject, readRefusal } from '../answer.ts'
import { nameOf } from '../authenticate.ts'
import { checkThat } from '../checks.ts'
import { amendDraft, amendOutcome, joinOutcomes } from '../compose.ts'
import { withHeader, withParameters } from '../draft.ts'
import type { Answer, Check, Context, Draft, JsonObject, Layer, LocalStep, Outcome } from '../flow.ts'
import { knownText, learn, maybeText } from '../known.ts'

const ALG = 'ES256'

const makeKey: LocalStep = {
  kind: 'local',
  id: 'make-dpop-key',
  title: 'Make a key to bind the tokens to',
  from: 'client',
  to: 'client',
  arrow: 'key pair, ES256',
  teach: {
    what: rich`The application makes a key pair. With each request that is about a token it sends a proof: a small JWT, signed with the private key, for this one address and moment. A token that is bound to the key is of no use without it.`,
    goesWrong: rich`Whoever can copy the private key can copy the binding with it. In a browser the key should be one that scripts can use and not read.`,
    specs: [rfc(9449, '4'), rfc(9700, '2.2.1')],
  },
  async run({ tools }) {
    const { privateKey, publicKey } = await tools.makeKey(ALG)
    const dpop_jkt = await tools.sha256(JSON.stringify(thumbprintMembers(publicKey)))
    return {
      learned: learn({ dpop_private_key: privateKey, dpop_public_key: publicKey, dpop_jkt }, ['dpop_private_key']),
      checks: [],
    }
  },
}

/** RFC 7638 section 3.2: what identifies an elliptic key, in this order. */
function thumbprintMembers({ crv, kty, x, y }: JsonObject) {
  return { crv, kty, x, y }
}

export const dpop: Layer = {
  id: 'dpop',
  title: 'DPoP',
  summary: 'The tokens are bound to a key of the client: a stolen one opens nothing.',
  specs: [rfc(9449), rfc(9700, '2.2.1')],
  needs: ['dpop_signing_alg_values_supported'],
  checkFit: () => undefined,
  checkNeed: (client) =>
    client['dpop_bound_access_tokens'] === true ? `${nameOf(client)} is registered for bound tokens only.` : undefined,
  apply(steps) {
    const bound = amendDraft(steps, ['authorization-request'], (context, draft) =>
      withParameters(draft, { dpop_jkt: knownText(context, 'dpop_jkt') }),
    )
    const proven = amendDraft(bound, undefined, addProof)
    const checked = amendOutcome(proven, ['token-request'], (_context, _answer, outcome) =>
      outcome.error === undefined && outcome.again === undefined
        ? joinOutcomes(outcome, { learned: {}, checks: [checkBound(outcome)] })
        : outcome,
    )
    return [makeKey, ...amendOutcome(checked, undefined, heedNonce)]
  },
}

/** On whatever goes to the token endpoint, and on whatever carries the access token. */
async function addProof(context: Context, draft: Draft): Promise<Draft> {
  if (draft.method === 'POST' && draft.url === context.issuer.token_endpoint) {
    return withHeader(draft, 'dpop', await signProof(context, draft))
  }
  const token = maybeText(context, 'access_token')
  if (token === undefined || findHeader(draft.headers, 'authorization') !== `Bearer ${token}`) return draft
  const ath = await context.tools.sha256(token)
  const shown = withHeader(draft, 'authorization', `DPoP ${token}`)
  return withHeader(shown, 'dpop', await signProof(context, draft, ath))
}

/** RFC 9449 section 4.2. */
function signProof({ known, tools }: Context, { method, url }: Draft, ath?: string): Promise<string> {
  const [privateKey, publicKey] = [known['dpop_private_key']?.value, known['dpop_public_key']?.value]
  if (!isObject(privateKey) || !isObject(publicKey)) throw new Error('no step before this one has made a key')
  const nonce = known['dpop_nonce']?.value
  const claims = {
    jti: tools.random(),
    htm: method,
    htu: withoutQuery(url) ?? url,
    iat: tools.now(),
    ...(ath !== undefined && { ath }),
    ...(nonce !== undefined && { nonce }),
  }
  return tools.signJwt({ typ: 'dpop+jwt', alg: ALG, jwk: publicKey }, claims, privateKey)
}

function checkBound({ learned }: Outcome): Check {
  const comparison = {
    id: 'token-bound',
    title: 'The access token is bound to the key',
    spec: rfc(9449, '5'),
    otherwise: 'The issuer has taken no notice of the proof: whoever has this token can use it.',
  }
  const type = learned['token_type']?.value
  const found = typeof type === 'string' ? type : 'nothing'
  return checkThat(comparison, found.toLowerCase() === 'dpop', found, 'DPoP')
}

/** Sections 8 and 9: a server may want its own nonce in the proof; then the same is sent again with it. */
function heedNonce(context: Context, answer: Answer, outcome: Outcome): Outcome {
  const nonce = findHeader(answer.headers, 'dpop-nonce')
  if (nonce === undefined) return outcome
  const learned = { ...outcome.learned, ...learn({ dpop_nonce: nonce }) }
  const isWanted = readRefusal(answer)?.code === 'use_dpop_nonce' && maybeText(context, 'dpop_nonce') !== nonce
  if (!isWanted) return { ...outcome, learned }
  const reason = 'The server wants its own nonce in the proof, and has sent one.'
  return { learned, checks: [], again: { after: 0, reason } }
}

/** An ID token, claim by claim, as OpenID Connect Core section 3.1.3.7 tells a client to check it. */
import { core, rfc } from '../teach/specs.ts'
import { checkEqual, checkThat, skipCheck } from './checks.ts'
import type { Check, Context, Json, JsonObject, VerifiedJwt } from './flow.ts'
import { checkHashes, type IdTokenPlace } from './id-token-hashes.ts'
import { show } from './known.ts'

/** Seconds that two clocks may be apart. */
const SKEW = 60
/** Seconds after which a token that should be new is not. */
const OLDEST = 600

export async function checkIdToken(context: Context, id_token: string, place: IdTokenPlace): Promise<readonly Check[]> {
  const verified = await context.tools.verifyJwt(id_token)
  const signature = checkSignature(verified)
  const { header, claims } = verified
  if (header === undefined || claims === undefined) return [signature]
  const alg = typeof header['alg'] === 'string' ? header['alg'] : 'none'
  return [
    signature,
    checkAlg(context, alg),
    checkIssuer(context, claims),
    checkAudience(context, claims),
    checkParty(context, claims),
    checkExpiry(context, claims),
    checkIssuedAt(context, claims),
    checkNonce(claims, place.nonce),
    ...(await checkHashes(context, claims, alg, place)),
  ]
}

export function checkSignature({ signature, header, reason }: VerifiedJwt, spec = core('3.1.3.7')): Check {
  const comparison = {
    id: 'signature',
    title: 'The signature is by one of the issuer’s keys',
    spec,
    otherwise: 'Anyone could have written this, or have changed it on the way. Nothing in it may be believed.',
  }
  const signed = [show(header?.['alg']), show(header?.['kid'])].filter(Boolean).join(' by the key ')
  const found = signature === 'valid' ? signed : (reason ?? 'a signature that does not fit')
  return checkThat(comparison, signature === 'valid', found, 'a valid signature')
}

function checkAlg({ client }: Context, alg: string): Check {
  const registered = client['id_token_signed_response_alg']
  return checkEqual(
    {
      id: 'alg',
      title: 'alg is what the client is registered for',
      spec: core('3.1.3.7'),
      otherwise: 'A client that takes any algorithm can be given one that the attacker picked; none, say.',
    },
    typeof registered === 'string' ? registered : 'RS256',
    alg,
  )
}

function checkIssuer({ issuer }: Context, { iss }: JsonObject): Check {
  return checkEqual(
    {
      id: 'iss',
      title: 'iss is this issuer',
      spec: core('3.1.3.7'),
      otherwise: 'Somebody else made this token, for users of theirs.',
    },
    issuer.issuer,
    show(iss),
  )
}

function checkAudience({ client }: Context, { aud }: JsonObject): Check {
  return checkThat(
    {
      id: 'aud',
      title: 'aud is this client',
      spec: core('3.1.3.7'),
      otherwise: 'The token was made for another application. Whoever got it there must not get in with it here.',
    },
    listOf(aud).includes(client.client_id),
    show(aud),
    client.client_id,
  )
}

function checkParty({ client }: Context, { aud, azp }: JsonObject): Check {
  const comparison = {
    id: 'azp',
    title: 'azp, where there is one, is this client',
    spec: core('3.1.3.7'),
    otherwise: 'The token is for several, and it was made at the request of another one.',
  }
  if (azp === undefined && listOf(aud).length < 2) return skipCheck(comparison, 'There is one audience and no azp.')
  return checkEqual(comparison, client.client_id, show(azp))
}

function checkExpiry({ tools }: Context, { exp }: JsonObject): Check {
  const now = tools.now()
  const comparison = {
    id: 'exp',
    title: 'It has not expired',
    spec: core('3.1.3.7'),
    otherwise: 'It was good once. An old token says nothing about who is there now.',
  }
  return checkThat(comparison, typeof exp === 'number' && exp > now - SKEW, show(exp), `after ${now}`)
}

function checkIssuedAt({ tools }: Context, { iat }: JsonObject): Check {
  const now = tools.now()
  const comparison = {
    id: 'iat',
    title: 'It was made just now',
    spec: core('3.1.3.7'),
    otherwise: 'Either the clocks are apart, or this is a token of earlier that is sent again.',
  }
  const isFresh = typeof iat === 'number' && iat <= now + SKEW && iat >= now - OLDEST
  return checkThat(comparison, isFresh, show(iat), `${now - OLDEST} to ${now + SKEW}`)
}

function checkNonce({ nonce }: JsonObject, sent: string | undefined): Check {
  const comparison = {
    id: 'nonce',
    title: 'nonce is the one that was sent',
    spec: core('3.1.3.7'),
    otherwise: 'The token was made for another sign-in, and was put in here.',
  }
  if (sent === undefined) return skipCheck(comparison, 'No nonce was sent, since no browser carries this token.')
  return checkEqual(comparison, sent, show(nonce))
}

/** Of a UserInfo answer, or of a second ID token: it must speak of the same user. */
export function checkSubject(expected: string | undefined, found: Json | undefined, spec = core('5.3.2')): Check {
  return checkEqual(
    {
      id: 'sub',
      title: 'sub is the one of the ID token',
      spec,
      otherwise: 'This speaks of somebody else. None of it may be used.',
    },
    expected,
    show(found),
  )
}

/** What the verifier of any JWT by the issuer has to compare (RFC 7519 section 4.1). */
export function checkAddressed(context: Context, claims: JsonObject, spec = rfc(7519, '4.1')): readonly Check[] {
  return [checkIssuer(context, claims), checkAudience(context, claims), checkExpiry(context, claims)].map((check) => ({
    ...check,
    spec,
  }))
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return []
  return Array.isArray(value) ? (value as readonly Json[]) : [value]
}

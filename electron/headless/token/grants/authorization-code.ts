import * as oauth from 'oauth4webapi'

import { ValetKeyError } from '#shared/errors.ts'
import { GRANT } from '#shared/oauth/protocol.ts'

import { readTokens } from '../answer.ts'
import { refusal } from '../explain-refusal.ts'
import { commonParams, type Session } from '../session.ts'
import { createCallback } from './callback.ts'
import type { Grant } from './grant.ts'

/** RFC 8252: a port of our own on loopback, any free one unless the client's redirect address names it. */
export const DEFAULT_REDIRECT_URI = 'http://127.0.0.1/callback'

export const authorizationCode: Grant = {
  name: 'authorization_code',
  grantType: GRANT.authorizationCode,
  needsPerson: true,
  checkRequest: () => undefined,
  async run(session) {
    const state = oauth.generateRandomState()
    await using callback = await createCallback(
      session.request.redirectUri ?? DEFAULT_REDIRECT_URI,
      state,
      session.person.tell,
    )
    const verifier = oauth.generateRandomCodeVerifier()
    const nonce = session.request.scope?.split(' ').includes('openid') ? oauth.generateRandomNonce() : undefined
    const url = await authorizationUrl(session, { state, verifier, nonce, redirect_uri: callback.redirectUri })
    session.person.tell(`Open this address and sign in:\n${url}\nWaiting for the answer at ${callback.redirectUri}`)
    session.person.open(url)
    const params = checkAnswer(session, await callback.answer(session.http.signal), state)
    return await redeem(session, params, callback.redirectUri, verifier, nonce)
  },
}

interface Asked {
  readonly state: string
  readonly verifier: string
  readonly nonce: string | undefined
  readonly redirect_uri: string
}

async function authorizationUrl(
  { as, request }: Session,
  { state, verifier, nonce, redirect_uri }: Asked,
): Promise<string> {
  if (as.authorization_endpoint === undefined) {
    throw new ValetKeyError('refused', `${as.issuer} has no authorization_endpoint: it does not offer this grant.`)
  }
  const url = new URL(as.authorization_endpoint)
  const own = {
    response_type: 'code',
    client_id: request.client,
    redirect_uri,
    state,
    ...(nonce !== undefined && { nonce }),
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of [...Object.entries(own), ...commonParams(request)]) url.searchParams.append(name, value)
  return url.href
}

function checkAnswer(session: Session, answer: URLSearchParams, state: string): URLSearchParams {
  try {
    return oauth.validateAuthResponse(session.as, session.client, answer, state)
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError) throw refusal(session, error.error, error.error_description)
    throw new ValetKeyError('bad_answer', `The answer of the issuer cannot be trusted: ${String(error)}`, {
      cause: error,
    })
  }
}

async function redeem(
  session: Session,
  params: URLSearchParams,
  redirectUri: string,
  verifier: string,
  nonce?: string,
) {
  const { as, client, auth, http, request } = session
  const additionalParameters = new URLSearchParams([...commonParams(request)].filter(([name]) => name !== 'scope'))
  const options = { ...http, additionalParameters }
  const response = await oauth.authorizationCodeGrantRequest(as, client, auth, params, redirectUri, verifier, options)
  return readTokens(session, response, (it) =>
    oauth.processAuthorizationCodeResponse(as, client, it, nonce === undefined ? {} : { expectedNonce: nonce }),
  )
}

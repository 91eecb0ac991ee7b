/** A real application's conversation with the issuer, failures among it, so that there is something to look at. */
import * as client from 'openid-client'

import { UserAgent } from '../../support/user-agent.ts'

export const CALLBACK = 'http://localhost:3000/callback'

const INSECURE = { execute: [client.allowInsecureRequests] }

export interface Conversation {
  /** The authorization request's own value, by which its exchange can be told from others. */
  readonly state: string
  /** What Alice's application got, as it came. */
  readonly tokens: client.TokenEndpointResponse
}

/** CalendarApp signs Alice in, calls its API, refreshes, and then does some things wrong. */
export async function converse(issuer: string): Promise<Conversation> {
  const auth = client.ClientSecretBasic('calendar-app-secret')
  const config = await client.discovery(new URL(issuer), 'calendar-app', undefined, auth, INSECURE)
  const [verifier, state] = [client.randomPKCECodeVerifier(), client.randomState()]
  const asked = client.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    scope: 'openid profile email offline_access read:appointments',
    prompt: 'consent',
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const { url } = await new UserAgent().signIn(asked.href)
  const checks = { pkceCodeVerifier: verifier, expectedState: state, idTokenExpected: true }
  const tokens = await client.authorizationCodeGrant(config, new URL(url), checks)
  await client.fetchUserInfo(config, tokens.access_token, 'alice').catch(keepGoing)
  const appointments = new URL(`${issuer}/apis/organizer/appointments`)
  await client.fetchProtectedResource(config, tokens.access_token, appointments, 'GET')
  await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
  await client.refreshTokenGrant(config, tokens.refresh_token ?? '').catch(keepGoing)
  await client.fetchProtectedResource(config, 'not-a-token', appointments, 'GET').catch(keepGoing)
  return { state, tokens }
}

/** One exchange that is easy to tell: discovery with a word in its query. */
export async function ask(issuer: string, word: string): Promise<void> {
  await fetch(`${issuer}/.well-known/openid-configuration?word=${encodeURIComponent(word)}`)
}

/** The issuer's refusals are what is wanted here. */
function keepGoing(): void {}

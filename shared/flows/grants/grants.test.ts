/** What each grant sends, and what it makes of an answer that is not as it should be. */
import { describe, expect, it } from 'vitest'

import { defaultChoice } from '../choice.ts'
import { readParameters } from '../draft.ts'
import type { Choice, Flow } from '../flow.ts'
import { API, CALLBACK, CONFIDENTIAL, ISSUER, SIGNING } from '../testing/fake-issuer.ts'
import { fakeJwt, NOW, readFakeJwt } from '../testing/fake-tools.ts'
import { ACCESS_TOKEN, CODE, json, SUBJECT } from '../testing/fake-answers.ts'
import { answering, arriving } from '../testing/fake-world.ts'
import { checkOf, draftOf, type Walk, walk, type Walking } from '../testing/walk.ts'
import { ciba } from './ciba.ts'
import { clientCredentials } from './client-credentials.ts'
import { device } from './device.ts'
import { hybrid } from './hybrid.ts'
import { implicit, implicitFormPost } from './implicit.ts'
import { jwtBearer } from './jwt-bearer.ts'
import { logout } from './logout.ts'
import { mcp } from './mcp.ts'
import { password } from './password.ts'
import { refreshToken } from './refresh.ts'
import { registration } from './registration.ts'
import { singleSignOn } from './single-sign-on.ts'
import { stepUp } from './step-up.ts'
import { tokenExchange } from './token-exchange.ts'

function go(flow: Flow, change: Partial<Choice> = {}, walking: Walking = {}): Promise<Walk> {
  const { client_id } = walking.client ?? CONFIDENTIAL
  const choice = { ...defaultChoice(flow), client_id, api: API.identifier, scope: ['read'], layers: [], ...change }
  return walk(flow, choice, walking)
}

const sentIn = (walked: Walk, id: string) => Object.fromEntries(readParameters(draftOf(walked, id)))

describe('implicit', () => {
  it('asks for the tokens at once, and for a scope of the API only where it gets a token', async () => {
    const scopes = await Promise.all(
      ['token', 'id_token token', 'id_token'].map(async (variant) =>
        sentIn(await go(implicit, { variant }), 'authorization-request'),
      ),
    )
    expect(scopes).toMatchObject([
      { response_type: 'token', scope: 'read' },
      { response_type: 'id_token token', scope: 'openid read', nonce: 'random-2' },
      { response_type: 'id_token', scope: 'openid', nonce: 'random-2' },
    ])
    expect(scopes[0]).not.toHaveProperty('nonce')
  })

  it('calls no API where there is no access token', async () => {
    const walked = await go(implicit, { variant: 'id_token' })
    expect(walked.steps.map(({ step }) => step.id)).toEqual([
      'make-state',
      'make-nonce',
      'authorization-request',
      'sign-in',
      'consent',
      'authorization-response',
      'check-front-id-token',
    ])
  })

  it.each([
    ['of another access token', { access_token: 'put in' }, 'at_hash'],
    [
      'of another sign-in',
      { id_token: fakeJwt({ iss: ISSUER, sub: '1', aud: 's6BhdRkqt3', exp: NOW + 9, iat: NOW }) },
      'nonce',
    ],
  ])('refuses an ID token %s', async (_what, changes, id) => {
    const walked = await go(implicit, { variant: 'id_token token' }, { world: arriving(changes) })
    expect(walked.stopped).toBe('check-front-id-token')
    expect(checkOf(walked, 'check-front-id-token', id)?.outcome).toBe('failed')
  })

  it('by form post is for login, and comes in a form', async () => {
    const walked = await go(implicitFormPost)
    expect(sentIn(walked, 'authorization-request')).toMatchObject({
      response_mode: 'form_post',
      response_type: 'id_token',
    })
    expect(checkOf(walked, 'authorization-response', 'form-post')?.outcome).toBe('passed')
  })
})

describe('hybrid', () => {
  it.each([
    ['code id_token', { code: 'put in' }, 'c_hash'],
    ['code id_token token', { code: 'put in' }, 'c_hash'],
    ['code id_token token', { access_token: 'put in' }, 'at_hash'],
  ])('%s with a %o that was put in fails', async (variant, changes, id) => {
    const walked = await go(hybrid, { variant }, { world: arriving(changes) })
    expect(walked.stopped).toBe('check-front-id-token')
    expect(checkOf(walked, 'check-front-id-token', id)?.outcome).toBe('failed')
  })

  it('code id_token checks all the hashes that there are', async () => {
    const walked = await go(hybrid, { variant: 'code id_token' })
    expect(checkOf(walked, 'check-front-id-token', 'c_hash')).toMatchObject({ found: `half-RS256(${CODE})` })
    expect(checkOf(walked, 'check-front-id-token', 's_hash')?.outcome).toBe('passed')
    expect(checkOf(walked, 'check-front-id-token', 'at_hash')).toBeUndefined()
  })

  it('refuses a second ID token for somebody else', async () => {
    const id_token = fakeJwt({
      iss: ISSUER,
      sub: 'mallory',
      aud: 's6BhdRkqt3',
      nonce: 'random-2',
      exp: NOW + 9,
      iat: NOW,
    })
    const world = answering('token-request', () => json({ access_token: 'a', token_type: 'Bearer', id_token }))
    const walked = await go(hybrid, { variant: 'code id_token' }, { world })
    expect(checkOf(walked, 'check-id-token', 'sub')).toMatchObject({
      outcome: 'failed',
      expected: SUBJECT,
      found: 'mallory',
    })
  })

  it('with a token calls the API before the code is exchanged', async () => {
    const walked = await go(hybrid, { variant: 'code token' })
    expect(draftOf(walked, 'call-api-at-once').headers).toContainEqual(['authorization', `Bearer ${ACCESS_TOKEN}-0`])
    expect(draftOf(walked, 'call-api').headers).toContainEqual(['authorization', `Bearer ${ACCESS_TOKEN}-1`])
  })
})

describe('grants without a browser', () => {
  it('client credentials sends its name in the way that was picked', async () => {
    const basic = draftOf(await go(clientCredentials, { variant: 'client_secret_basic' }), 'token-request')
    expect(basic.headers.map(([name]) => name)).toContain('authorization')
    expect(readParameters(basic)).toEqual([
      ['grant_type', 'client_credentials'],
      ['scope', 'read'],
    ])
    const post = await go(clientCredentials, { variant: 'client_secret_post' })
    expect(sentIn(post, 'token-request')).toMatchObject({
      client_id: 's6BhdRkqt3',
      client_secret: CONFIDENTIAL.client_secret,
    })
    const signed = await go(clientCredentials, { variant: 'private_key_jwt' }, { client: SIGNING })
    expect(sentIn(signed, 'token-request')).toHaveProperty('client_assertion')
  })

  it('password hands over what the user typed, and labels it secret', async () => {
    const walked = await go(password, {}, { context: { password: 'correct horse' } })
    expect(sentIn(walked, 'token-request')).toMatchObject({
      grant_type: 'password',
      username: 'alice',
      password: 'correct horse',
    })
    expect(walked.known['password']?.secret).toBe(true)
  })

  it('JWT bearer signs who it is about: the user, or itself', async () => {
    const subjectOf = async (variant: string) => {
      const { assertion = '' } = sentIn(await go(jwtBearer, { variant }, { client: SIGNING }), 'token-request')
      return readFakeJwt(assertion).claims
    }
    expect(await subjectOf('user')).toMatchObject({ iss: 'signing', sub: 'alice', aud: ISSUER })
    expect(await subjectOf('itself')).toMatchObject({ iss: 'signing', sub: 'signing', aud: ISSUER })
  })

  it.each([
    ['access_token', 'urn:ietf:params:oauth:token-type:access_token', `${ACCESS_TOKEN}-1`],
    ['jwt', 'urn:ietf:params:oauth:token-type:jwt', `${ACCESS_TOKEN}-1`],
  ])(
    'token exchange shows the %s that the application in front was given',
    async (variant, subject_token_type, subject_token) => {
      const walked = await go(tokenExchange, { variant })
      expect(sentIn(walked, 'user-authorization-request')).toMatchObject({ client_id: 'public', scope: 'openid' })
      expect(sentIn(walked, 'token-request')).toEqual({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token,
        subject_token_type,
        audience: API.identifier,
        scope: 'read',
      })
    },
  )

  it('token exchange refuses a token whose kind is not said', async () => {
    const world = answering('token-request', () => json({ access_token: 'a', token_type: 'Bearer' }))
    const walked = await go(tokenExchange, {}, { world })
    expect(checkOf(walked, 'token-request', 'issued-token-type')).toMatchObject({ outcome: 'failed', found: 'nothing' })
  })
})

describe('grants that wait for somebody elsewhere', () => {
  it('device asks by its name, polls with its code, and sends the user to the address', async () => {
    const walked = await go(device)
    expect(draftOf(walked, 'device-authorization').url).toBe(`${ISSUER}/device_authorization`)
    expect(draftOf(walked, 'device-page')).toMatchObject({ method: 'GET', url: `${ISSUER}/device?user_code=WDJB-MJHT` })
    expect(sentIn(walked, 'token-request')).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: 'GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS',
    })
    expect(walked.known['device_code']?.secret).toBe(true)
  })

  it('CIBA names the user and sends the message that both will see', async () => {
    const walked = await go(ciba)
    const { binding_message, ...rest } = sentIn(walked, 'backchannel-authentication')
    expect(rest).toEqual({ scope: 'openid read', login_hint: 'alice' })
    expect(walked.known['binding_message']?.value).toBe(binding_message)
    expect(draftOf(walked, 'approvals-page').url).toBe(`${ISSUER}/approvals`)
    expect(sentIn(walked, 'token-request')).toMatchObject({ auth_req_id: '1c266114-a1be-4252-8ad1-04986c5b9ac1' })
  })

  it.each([
    ['authorization_pending', 10, 'Nobody has answered yet.'],
    ['slow_down', 15, 'That was too soon: from now on the client waits five seconds longer.'],
  ])('hearing %s asks again after %i seconds', async (error, after, reason) => {
    const world = answering('token-request', () => json({ error }, 400))
    const walked = await go(device, {}, { world })
    const poll = walked.steps.find(({ step }) => step.id === 'token-request')?.outcome
    expect(poll?.again?.reason).toBe(reason)
    expect(poll?.again?.after).toBeGreaterThanOrEqual(after)
  })

  it.each(['access_denied', 'expired_token'])('hearing %s is at its end', async (error) => {
    const walked = await go(device, {}, { world: answering('token-request', () => json({ error }, 400)) })
    expect(walked.stopped).toBe('token-request')
    expect(walked.steps.at(-1)?.outcome?.error?.code).toBe(error)
  })

  it('does not take an early poll for one when time has passed', async () => {
    const world = answering('poll-early', () => json({ error: 'authorization_pending' }, 400))
    expect(checkOf(await go(device, {}, { world }), 'poll-early', 'slow-down')?.outcome).toBe('skipped')
  })

  it.each([
    [device, 'device-authorization', 'device-answer'],
    [ciba, 'backchannel-authentication', 'ciba-answer'],
  ])('%o fails without a code to poll with', async (flow, step, id) => {
    const walked = await go(flow, {}, { world: answering(step, () => json({})) })
    expect(checkOf(walked, step, id)?.outcome).toBe('failed')
  })
})

describe('refresh', () => {
  it('asks for less, then for all, then trips the alarm', async () => {
    const walked = await go(refreshToken, { scope: ['read', 'write'] })
    expect(walked.stopped).toBeUndefined()
    expect(sentIn(walked, 'refresh-less')).toMatchObject({ grant_type: 'refresh_token', scope: 'read' })
    expect(sentIn(walked, 'refresh')).not.toHaveProperty('scope')
    expect(sentIn(walked, 'refresh-reuse')['refresh_token']).toBe(sentIn(walked, 'refresh')['refresh_token'])
    expect(sentIn(walked, 'refresh-revoked')['refresh_token']).not.toBe(sentIn(walked, 'refresh')['refresh_token'])
  })
})

describe('around the grants', () => {
  it('single sign-on signs in to two applications, and to the issuer once', async () => {
    const walked = await go(singleSignOn)
    const ids = walked.steps.map(({ step }) => step.id)
    expect(ids.filter((id) => id.endsWith('sign-in'))).toEqual(['sign-in'])
    expect(sentIn(walked, 'authorization-request')['client_id']).toBe('s6BhdRkqt3')
    expect(sentIn(walked, 'second-authorization-request')['client_id']).toBe('public')
    expect(checkOf(walked, 'second-check-id-token', 'sub')).toMatchObject({ outcome: 'passed', found: SUBJECT })
  })

  it('single sign-on without the second application says so', async () => {
    await expect(go(singleSignOn, {}, { context: { second: undefined } })).rejects.toThrow(
      'Two applications take part, and only Example is there.',
    )
  })

  it('step-up asks for the second factor, and looks whether there was one', async () => {
    const walked = await go(stepUp)
    expect(sentIn(walked, 'authorization-request')).not.toHaveProperty('acr_values')
    expect(sentIn(walked, 'stronger-authorization-request')['acr_values']).toBe('urn:valetkey:acr:second-factor')
    const id_token = (acr: string) =>
      fakeJwt({ iss: ISSUER, sub: SUBJECT, aud: 's6BhdRkqt3', nonce: 'random-5', exp: NOW + 9, iat: NOW, acr })
    const weak = json({ access_token: 'a', token_type: 'Bearer', id_token: id_token('urn:valetkey:acr:password') })
    const refused = await go(stepUp, {}, { world: answering('stronger-token-request', () => weak) })
    expect(checkOf(refused, 'stronger-check-id-token', 'acr')).toMatchObject({ outcome: 'failed' })
  })

  it('logout says who asks and for whom, comes back, and finds nobody signed in', async () => {
    const walked = await go(logout)
    expect(sentIn(walked, 'logout-request')).toEqual({
      id_token_hint: walked.known['id_token']?.value,
      client_id: 's6BhdRkqt3',
      post_logout_redirect_uri: CALLBACK,
      state: 'random-4',
    })
    expect(sentIn(walked, 'silent-request')).toMatchObject({ prompt: 'none' })
    expect(checkOf(walked, 'silent-response', 'login-required')).toMatchObject({ outcome: 'passed' })
  })

  it('logout fails when a session is still there', async () => {
    const walked = await go(logout, {}, { world: arriving({ error: undefined, code: CODE }) })
    expect(checkOf(walked, 'silent-response', 'login-required')).toMatchObject({ outcome: 'failed', found: 'a code' })
  })

  it('logout says where the message of the back channel goes', async () => {
    const client = { ...CONFIDENTIAL, backchannel_logout_uri: 'http://localhost:3000/logout' }
    const told = checkOf(await go(logout, {}, { client }), 'back-channel-logout', 'told')
    expect(told).toMatchObject({
      outcome: 'skipped',
      explanation: expect.stringContaining('http://localhost:3000/logout'),
    })
  })

  it('registration registers a copy, uses it, and leaves nothing behind', async () => {
    const walked = await go(registration)
    expect(JSON.parse(draftOf(walked, 'register').body ?? '')).toEqual({
      client_name: 'Example',
      redirect_uris: [CALLBACK],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
    })
    const changed = draftOf(walked, 'update-registration')
    expect(changed.method).toBe('PUT')
    expect(changed.headers).toContainEqual(['authorization', 'Bearer reg-23410913-abewfq.123483'])
    expect(JSON.parse(changed.body ?? '')).toMatchObject({ client_id: 's6BhdRkqt3', client_name: 'Example, renamed' })
    expect(JSON.parse(changed.body ?? '')).not.toHaveProperty('registration_access_token')
    expect(draftOf(walked, 'delete-registration')).toMatchObject({ method: 'DELETE' })
    expect(walked.known['client_secret']?.secret).toBe(true)
  })

  it.each([
    ['register', 'registered', json({}, 201)],
    ['read-registration', 'same-client', json({ client_id: 'of somebody else' })],
    ['delete-registration', 'deleted', json({})],
    ['read-deleted', 'gone', json({ client_id: 's6BhdRkqt3' })],
  ])('registration fails in %s when the answer is another', async (step, id, answer) => {
    const walked = await go(registration, {}, { world: answering(step, () => answer) })
    expect(checkOf(walked, step, id)?.outcome).toBe('failed')
  })

  it('the MCP client follows the metadata, and asks for a token for this server', async () => {
    const walked = await go(mcp)
    const server = `${ISSUER}/apis/read`
    expect(draftOf(walked, 'call-without-token')).toMatchObject({
      url: server,
      headers: [['accept', 'application/json']],
    })
    expect(draftOf(walked, 'resource-metadata').url).toBe(`${ISSUER}/.well-known/oauth-protected-resource`)
    expect(draftOf(walked, 'issuer-metadata').url).toBe(`${ISSUER}/.well-known/oauth-authorization-server`)
    expect(sentIn(walked, 'mcp-authorization-request')).toMatchObject({
      resource: server,
      code_challenge_method: 'S256',
    })
    expect(sentIn(walked, 'mcp-token-request')).toMatchObject({ resource: server })
  })

  it.each([
    ['call-without-token', 'knock', json({ items: [] })],
    ['call-without-token', 'resource-metadata', json({}, 401)],
    ['resource-metadata', 'resource', json({ resource: 'https://attacker.example', authorization_servers: [ISSUER] })],
    ['resource-metadata', 'authorization-server', json({ resource: `${ISSUER}/apis/read` })],
    ['issuer-metadata', 'issuer', json({ issuer: 'https://attacker.example' })],
    ['issuer-metadata', 'pkce-offered', json({ issuer: ISSUER })],
  ])('the MCP client stops in %s when %s is not as it should be', async (step, id, answer) => {
    const walked = await go(mcp, {}, { world: answering(step, () => answer) })
    expect(walked.stopped).toBe(step)
    expect(checkOf(walked, step, id)?.outcome).toBe('failed')
  })
})

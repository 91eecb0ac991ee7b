import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { BODY_BOUND } from '#shared/model/exchange.ts'

import { UserAgent } from '../support/user-agent.ts'
import {
  buildRequest,
  CALLBACK,
  discover,
  lastExchange,
  recorded,
  sendRaw,
  signIn,
  startCore,
  visit,
} from './support.ts'

const CALENDAR = { client_id: 'calendar-app', secret: 'calendar-app-secret' }

function calendar(issuer: string) {
  return discover(issuer, CALENDAR.client_id, CALENDAR.secret)
}

describe('an exchange', () => {
  it('is none when a page of the issuer fetches its fonts', async () => {
    const core = await startCore()
    const font = await fetch(`${core.issuer}/assets/inter.woff2`)
    expect(font.headers.get('content-type')).toBe('font/woff2')
    await font.arrayBuffer()
    await fetch(`${core.issuer}/jwks`)
    expect((await recorded(core.recorder)).map(({ url }) => new URL(url).pathname)).toEqual(['/jwks'])
  })

  it('keeps its headers in their order and case, both bodies, and when it was', async () => {
    const core = await startCore()
    const before = Date.now()
    const form = 'grant_type=client_credentials&scope=geocode'
    const lines = [
      'POST /token HTTP/1.1',
      `HOST: ${new URL(core.issuer).host}`,
      'x-Odd-CASE: 1',
      'X-odd-case: 2',
      'Content-Type: application/x-www-form-urlencoded',
      `authorization: Basic ${Buffer.from('taxi-finder:taxi-finder-secret').toString('base64')}`,
      `Content-Length: ${form.length}`,
      'Connection: close',
    ]
    const answer = await sendRaw(core.issuer, `${lines.join('\r\n')}\r\n\r\n${form}`)
    const exchange = await lastExchange(core.recorder)
    expect(exchange.request.headers.map(([name]) => name)).toEqual([
      'HOST',
      'x-Odd-CASE',
      'X-odd-case',
      'Content-Type',
      'authorization',
      'Content-Length',
      'Connection',
    ])
    expect(exchange.request.body).toEqual({ text: form, encoding: 'utf8', size: form.length, truncated: false })
    if (exchange.response === 'aborted') throw new Error('it was answered')
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(exchange.response.headers.map(([name, value]) => `${name}: ${value}`)).toEqual(head.split('\r\n').slice(1))
    expect(exchange.response).toMatchObject({
      status: 200,
      statusText: 'OK',
      body: { text: body, size: body.length, truncated: false },
    })
    expect(exchange).toMatchObject({
      direction: 'in',
      endpoint: 'token',
      grantType: 'client_credentials',
      client_id: 'taxi-finder',
      url: `${core.issuer}/token`,
      remote: { address: '127.0.0.1' },
    })
    expect(exchange.startedAt).toBeGreaterThanOrEqual(before)
    expect(exchange.duration).toBeGreaterThan(0)
    expect(exchange.error).toBeUndefined()
  })

  it('knows client and user of every step of a sign-in', async () => {
    const core = await startCore()
    const tokens = await signIn(await calendar(core.issuer), { scope: 'openid read:contacts' }, { user: 'bob' })
    await fetch(`${core.issuer}/apis/organizer/contacts`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
    const { signIn: id } = await lastExchange(core.recorder, { endpoint: 'token' })
    const steps = (await recorded(core.recorder, { signIn: id })).filter(({ endpoint }) => endpoint !== 'jwks')
    expect(new Set(steps.map(({ client_id }) => client_id))).toEqual(new Set(['calendar-app']))
    expect(steps.slice(steps.findIndex(({ user }) => user)).map(({ user }) => user)).toEqual(
      Array(steps.length - 3).fill('bob'),
    )
    expect(steps.map(({ endpoint }) => endpoint)).toEqual([
      'authorization',
      'interaction',
      'interaction',
      'authorization',
      'interaction',
      'interaction',
      'authorization',
      'token',
      'api',
      'outgoing_jwks',
    ])
  })

  it('says how large a body was that was refused before it was read', async () => {
    const core = await startCore()
    const size = BODY_BOUND * 4
    expect((await fetch(`${core.issuer}/token`, { method: 'POST', body: 'ö'.repeat(size / 2) })).status).toBe(400)
    const { request } = await lastExchange(core.recorder)
    expect(request.body).toMatchObject({ encoding: 'utf8', size, truncated: true })
    expect(request.body.text).toMatch(/^ö*$/)
  })

  it('keeps bytes that are no text as base64', async () => {
    const core = await startCore()
    await fetch(`${core.issuer}/nowhere`, { method: 'POST', body: new Uint8Array([0xff, 0x00, 0xfe]) })
    expect((await lastExchange(core.recorder)).request.body).toEqual({
      text: '/wD+',
      encoding: 'base64',
      size: 3,
      truncated: false,
    })
  })

  it('has no body where the answer to HEAD had none', async () => {
    const core = await startCore()
    await fetch(`${core.issuer}/.well-known/openid-configuration`, { method: 'HEAD' })
    expect((await lastExchange(core.recorder)).response).toMatchObject({ status: 200, body: { text: '', size: 0 } })
  })

  it('of a streamed body has all pieces', async () => {
    const core = await startCore()
    const pieces = new ReadableStream({
      start(controller) {
        for (const piece of ['grant_type=client_', 'credentials&scope=', 'geocode'])
          controller.enqueue(new TextEncoder().encode(piece))
        controller.close()
      },
    })
    const init = {
      method: 'POST',
      body: pieces,
      duplex: 'half',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${btoa('taxi-finder:taxi-finder-secret')}`,
      },
    }
    expect((await fetch(`${core.issuer}/token`, init as RequestInit)).status).toBe(200)
    expect((await lastExchange(core.recorder)).request.body.text).toBe('grant_type=client_credentials&scope=geocode')
  })
})

describe('what was handed over', () => {
  const cases = [
    { mode: 'query', params: {}, via: 'query', has: ['code', 'state', 'iss'] },
    { mode: 'fragment', params: { response_mode: 'fragment' }, via: 'fragment', has: ['code', 'state'] },
    { mode: 'form_post', params: { response_mode: 'form_post' }, via: 'form_post', has: ['code', 'state'] },
    { mode: 'query.jwt', params: { response_mode: 'query.jwt' }, via: 'query', has: ['response'] },
    { mode: 'fragment.jwt', params: { response_mode: 'fragment.jwt' }, via: 'fragment', has: ['response'] },
    { mode: 'form_post.jwt', params: { response_mode: 'form_post.jwt' }, via: 'form_post', has: ['response'] },
  ]
  for (const { mode, params, via, has } of cases) {
    it(`is seen with ${mode}`, async () => {
      const core = await startCore()
      await visit(await calendar(core.issuer), { scope: 'openid', ...params })
      const { handover } = await lastExchange(core.recorder, { endpoint: 'authorization' })
      expect(handover).toMatchObject({ url: CALLBACK, via })
      expect(Object.keys(handover?.parameters ?? {})).toEqual(expect.arrayContaining(has))
    })

    it(`says that the user refused with ${mode}`, async () => {
      const core = await startCore()
      await visit(await calendar(core.issuer), { scope: 'openid', ...params }, { deny: true })
      const { error, user } = await lastExchange(core.recorder, { endpoint: 'authorization' })
      expect(error?.code).toBe('access_denied')
      expect(user).toBe('alice')
    })
  }
})

describe('the reason that clients do not see', () => {
  async function redeem(change: {
    code?: string
    redirect_uri?: string
    verifier?: string
    secret?: string
    client_id?: string
  }) {
    const core = await startCore()
    const config = await calendar(core.issuer)
    const { url, checks } = await visit(config, { scope: 'openid' })
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code: change.code ?? url.searchParams.get('code') ?? '',
      redirect_uri: change.redirect_uri ?? CALLBACK,
      code_verifier: change.verifier ?? checks.pkceCodeVerifier,
    })
    const authorization = `Basic ${btoa(`${change.client_id ?? 'calendar-app'}:${change.secret ?? 'calendar-app-secret'}`)}`
    const response = await fetch(`${core.issuer}/token`, { method: 'POST', body, headers: { authorization } })
    const told = await response.text()
    const { error, signIn: id } = await lastExchange(core.recorder, { endpoint: 'token' })
    expect(error?.reason).toBeTruthy()
    expect(told).not.toContain(error?.reason)
    const { signIn: begun } = await lastExchange(core.recorder, { endpoint: 'authorization' })
    return { error, sameSignIn: id === begun }
  }

  it('is recorded for a wrong code_verifier', async () => {
    const { error, sameSignIn } = await redeem({ verifier: client.randomPKCECodeVerifier() })
    expect(error).toMatchObject({ code: 'invalid_grant', reason: expect.stringContaining('code_verifier') })
    expect(sameSignIn).toBe(true)
  })

  it('is recorded for a wrong redirect_uri', async () => {
    const { error, sameSignIn } = await redeem({ redirect_uri: 'http://localhost:4401/callback' })
    expect(error).toMatchObject({ code: 'invalid_grant', reason: expect.stringContaining('redirect_uri') })
    expect(sameSignIn).toBe(true)
  })

  it('is recorded for a wrong secret', async () => {
    const { error, sameSignIn } = await redeem({ secret: 'guessed' })
    expect(error).toMatchObject({ code: 'invalid_client', reason: expect.stringContaining('secret') })
    expect(sameSignIn).toBe(true)
  })

  it('is recorded for a client that is not known', async () => {
    const { error } = await redeem({ client_id: 'nobody' })
    expect(error).toMatchObject({ code: 'invalid_client', reason: expect.stringContaining('client not found') })
  })

  it('is recorded for a code that was never given out, which belongs to no other sign-in', async () => {
    const { error, sameSignIn } = await redeem({ code: 'never-given-out' })
    expect(error).toMatchObject({ code: 'invalid_grant' })
    expect(sameSignIn).toBe(false)
  })

  it('leaves a missing code_challenge as an error of the authorization request', async () => {
    const core = await startCore()
    const config = await discover(core.issuer, 'my-todos')
    const { url } = await buildRequest(config, { scope: 'openid', redirect_uri: 'http://localhost:5173/callback' })
    for (const name of ['code_challenge', 'code_challenge_method']) url.searchParams.delete(name)
    await new UserAgent().open(url.href)
    const { error, client_id, handover } = await lastExchange(core.recorder, { endpoint: 'authorization' })
    expect({ error, client_id }).toMatchObject({
      client_id: 'my-todos',
      error: { code: 'invalid_request', description: expect.stringContaining('PKCE') },
    })
    expect(handover?.parameters['error']).toBe('invalid_request')
  })
})

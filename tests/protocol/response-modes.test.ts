import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { formOf, responseOf, visit } from './browser.ts'
import { CALLBACK, useIssuer } from './support.ts'

const issuer = useIssuer()
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')

describe('response modes', () => {
  it('query and fragment put the answer where they say', async () => {
    const config = await calendarApp()
    const query = await visit(config, { scope: 'openid', response_mode: 'query' })
    expect(query.url.searchParams.has('code')).toBe(true)
    const fragment = await visit(config, { scope: 'openid', response_mode: 'fragment' })
    expect([fragment.url.search, responseOf(fragment)['state']]).toEqual(['', fragment.checks.expectedState])
  })

  it('form_post answers with a form that submits itself to the application', async () => {
    const config = await calendarApp()
    const { page, checks } = await visit(config, { scope: 'openid', response_mode: 'form_post' })
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.body).toMatch(/<form[^>]*method="post"[^>]*action="http:\/\/localhost:3000\/callback"/)
    // The page's script runs although the policy forbids all others.
    expect(page.headers.get('content-security-policy')).toMatch(/script-src [^;]*'sha256-/)
    expect(page.headers.get('content-security-policy')).not.toContain('form-action')
    const request = new Request(CALLBACK, { method: 'POST', body: new URLSearchParams(formOf(page)) })
    const tokens = await client.authorizationCodeGrant(config, request, checks)
    expect(tokens.claims()?.sub).toBe('alice')
  })

  it('form_post brings errors in the form, too', async () => {
    const landed = await visit(await calendarApp(), { scope: 'openid', response_mode: 'form_post', prompt: 'none' })
    expect(responseOf(landed)).toMatchObject({
      error: 'login_required',
      state: landed.checks.expectedState,
      iss: issuer.url,
    })
  })

  it('jwt gives openid-client a signed answer', async () => {
    const config = await calendarApp()
    client.useJwtResponseMode(config)
    const { url, checks } = await visit(config, { scope: 'openid' })
    expect([...url.searchParams.keys()]).toEqual(['response'])
    const tokens = await client.authorizationCodeGrant(config, url, checks)
    expect(tokens.claims()?.sub).toBe('alice')
  })

  it.each([
    ['query.jwt', 'code'],
    ['fragment.jwt', 'code'],
    ['form_post.jwt', 'code'],
    ['jwt', 'code id_token'],
  ])('%s with %s gives an answer that the published keys verify', async (response_mode, response_type) => {
    const landed = await visit(await calendarApp(), { scope: 'openid', response_mode, response_type })
    const { response = '', ...rest } = responseOf(landed)
    expect(rest).toEqual({})
    expect(whereItIs(landed)).toBe(response_mode === 'jwt' ? 'fragment' : response_mode.replace('.jwt', ''))
    const { payload } = await issuer.verify(response)
    expect(payload).toMatchObject({ aud: 'calendar-app', state: landed.checks.expectedState, code: expect.any(String) })
    expect(payload.exp).toBeGreaterThan(Date.now() / 1000)
  })

  it('jwt signs errors, too', async () => {
    const landed = await visit(await calendarApp(), { scope: 'openid', response_mode: 'jwt', prompt: 'none' })
    expect(decodeJwt(responseOf(landed)['response'] ?? '')).toMatchObject({ error: 'login_required', iss: issuer.url })
  })

  it('an unknown one is refused', async () => {
    const landed = await visit(await calendarApp(), { scope: 'openid', response_mode: 'pigeon' })
    expect(responseOf(landed)).toMatchObject({ error: 'unsupported_response_mode' })
  })
})

function whereItIs({ page, url }: Parameters<typeof responseOf>[0]): string {
  if (!page.headers.has('location')) return 'form_post'
  return url.hash === '' ? 'query' : 'fragment'
}

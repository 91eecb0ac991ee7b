import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import { calendarApp, call, codeFlow, http, myTodos, refusalOf, useIssuer } from './oauth4webapi-support.ts'

const issuer = useIssuer()

const ORGANIZER = 'https://organizer.test/api'

async function challengeOf(promise: Promise<unknown>): Promise<oauth.WWWAuthenticateChallengeError> {
  const refusal = await refusalOf(promise)
  if (!(refusal instanceof oauth.WWWAuthenticateChallengeError)) throw refusal
  return refusal
}

describe('the demo APIs by oauth4webapi', () => {
  it.each([
    ['organizer/contacts', 'RS256', ORGANIZER, 'read:contacts'],
    ['world-mappers/geocode?q=Berlin', 'ES256', 'https://world-mappers.test/api', 'geocode'],
    ['agents/mcp', 'EdDSA', 'https://agents.test/mcp', 'mcp:read'],
  ])('are given tokens that its own validation takes: %s, %s', async (_path, _alg, resource, scope) => {
    const { access_token } = await codeFlow(issuer, calendarApp, scope, { params: { resource } })
    const request = new Request(resource, { headers: { authorization: `Bearer ${access_token}` } })
    const claims = await oauth.validateJwtAccessToken(issuer.as, request, resource, http)
    expect(claims).toMatchObject({ iss: issuer.url, sub: 'alice', client_id: 'calendar-app', scope, aud: resource })
  })

  it('read and change what belongs to the person', async () => {
    const { access_token } = await codeFlow(issuer, myTodos, 'read:tasks create:tasks delete:tasks')
    const url = issuer.api('organizer/tasks')
    const headers = new Headers({ 'content-type': 'application/json' })
    const made = await call(access_token, url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ title: 'Water the plants' }),
    })
    expect(made.status).toBe(201)
    const { id } = (await made.json()) as { id: string }
    expect(await (await call(access_token, url)).text()).toContain('Water the plants')
    expect((await call(access_token, new URL(`${url.href}/${id}`), { method: 'DELETE' })).status).toBe(204)
    expect(await (await call(access_token, url)).text()).not.toContain('Water the plants')
  })

  it('name the missing scope, and the way to the issuer', async () => {
    const { access_token } = await codeFlow(issuer, calendarApp, 'read:contacts')
    const { status, cause } = await challengeOf(call(access_token, issuer.api('organizer/appointments')))
    expect(status).toBe(403)
    const bearer = cause.find(({ scheme }) => scheme === 'bearer')
    expect(bearer?.parameters).toMatchObject({ error: 'insufficient_scope', scope: 'read:appointments' })
    const metadata = new URL(bearer?.parameters.resource_metadata ?? '')
    const response = await fetch(metadata)
    const resource = new URL(metadata.pathname.replace('/.well-known/oauth-protected-resource', ''), metadata)
    const found = await oauth.processResourceDiscoveryResponse(resource, response)
    expect(found.authorization_servers).toEqual([issuer.url])
  })

  it('refuse a token for another API', async () => {
    const { access_token } = await codeFlow(issuer, calendarApp, 'read:contacts', { params: { resource: ORGANIZER } })
    const { status, cause } = await challengeOf(call(access_token, issuer.api('photobox/pictures')))
    expect([status, cause[0]?.parameters.error]).toEqual([401, 'invalid_token'])
  })

  it('refuse a token whose signature was broken', async () => {
    const { access_token } = await codeFlow(issuer, calendarApp, 'read:contacts')
    const [header, payload, signature = ''] = access_token.split('.')
    const broken = [header, payload, signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))].join('.')
    const { status, cause } = await challengeOf(call(broken, issuer.api('organizer/contacts')))
    expect([status, cause[0]?.parameters.error]).toEqual([401, 'invalid_token'])
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { type Program, startProgram } from '../support/program.ts'

import { useManagement } from './support.ts'

const management = useManagement()
const change = (body: object, headers = {}) => management.call('PATCH', '/settings', { body, headers })
const preview = async (body: object) => (await management.call('POST', '/settings/preview', { body })).json
const discovery = async () => (await management.issuer.request('/.well-known/openid-configuration')).json

type Document = Readonly<Record<string, unknown>>

/** Members that differ, by name. */
function differing({ before, after }: Readonly<Record<string, unknown>>): string[] {
  const [one, other] = [before as Document, after as Document]
  return Object.keys({ ...one, ...other })
    .filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]))
    .toSorted()
}

describe('a feature that is switched off', () => {
  it.each([
    ['pushedAuthorizationRequests', ['pushed_authorization_request_endpoint', 'require_pushed_authorization_requests']],
    ['dPoP', ['dpop_signing_alg_values_supported']],
    ['revocation', ['revocation_endpoint', 'revocation_endpoint_auth_methods_supported']],
    ['registration', ['registration_endpoint']],
    ['implicit', ['response_types_supported']],
    ['passwordGrant', ['grant_types_supported']],
    ['backchannelLogout', ['backchannel_logout_session_supported', 'backchannel_logout_supported']],
  ])('changes the discovery document as it was said before: %s', async (feature, members) => {
    const changes = { features: { [feature]: false } }
    const said = await preview(changes)
    for (const member of differing(said)) expect(members).toContain(member)
    expect(differing(said)).not.toEqual([])
    expect(await discovery()).toEqual(said['before'])
    await change(changes)
    expect(await discovery()).toEqual(said['after'])
    await change({ features: { [feature]: true } })
    expect(await discovery()).toEqual(said['before'])
  })

  it('is missed by the applications that have it registered, and by no other', async () => {
    const { clients } = await preview({ features: { deviceFlow: false } })
    expect(clients).toEqual([{ client_id: 'couch-tv', members: ['urn:ietf:params:oauth:grant-type:device_code'] }])
    await change({ features: { hybrid: false, deviceFlow: false } })
    expect((await management.call('PATCH', '/clients/couch-tv', { body: { client_name: 'TV' } })).status).toBe(200)
    const ask = await management.issuer.post('/device_authorization', { client_id: 'couch-tv', scope: 'openid' })
    expect([ask.status, ask.json['error_description']]).toEqual([404, expect.stringContaining('switched off')])
    await change({ features: { hybrid: true, deviceFlow: true } })
    const again = await management.issuer.post('/device_authorization', { client_id: 'couch-tv', scope: 'openid' })
    expect(again.status).toBe(200)
  })
})

describe('every setting', () => {
  it.each([
    ['features.dPoP', { features: { dPoP: 'no' } }],
    ['features.everything', { features: { everything: false } }],
    ['features.dPoP', { features: { dPoP: null } }],
    ['policies.pkce', { policies: { pkce: '🙂' } }],
    ['policies.consent', { policies: { consent: '' } }],
    ['policies.refreshRotation', { policies: { refreshRotation: 1 } }],
    ['policies.secondFactor', { policies: { secondFactor: '<script>' } }],
    ['policies.permissive', { policies: { permissive: 'yes' } }],
    ['lifetimes.session', { lifetimes: { session: 0 } }],
    ['lifetimes.accessToken', { lifetimes: { accessToken: '1 hour' } }],
    ['lifetimes.idToken', { lifetimes: { idToken: 1.5 } }],
    ['lifetimes.refreshToken', { lifetimes: { refreshToken: 1e15 } }],
    ['clock.offset', { clock: { offset: 1.5 } }],
    ['x', { x: 1 }],
    ['clock', { clock: null }],
  ])('says at %s what is wrong with it', async (field, body) => {
    const sent = await change(body)
    expect([sent.status, sent.text]).toEqual([422, expect.stringContaining(field)])
    expect((await management.call('POST', '/settings/preview', { body })).status).toBe(422)
  })

  it('is not overwritten by who has not seen it', async () => {
    const etag = await management.etag('/settings')
    expect((await change({ policies: { pkce: 'everyone' } }, { 'if-match': etag })).status).toBe(200)
    expect((await change({ policies: { pkce: 'nobody' } }, { 'if-match': etag })).status).toBe(412)
    await change({ policies: { pkce: 'public' } })
  })
})

describe('permissive, switched on while the program runs', () => {
  it('registers an unknown client at its next request', async () => {
    const ask = () =>
      management.issuer.request(
        '/authorize?client_id=stranger&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%3A5999%2Fcb&scope=openid',
      )
    expect((await ask()).status).toBe(400)
    await change({ policies: { permissive: true } })
    expect((await ask()).status).toBe(303)
    await change({ policies: { permissive: false } })
  })
})

describe('the doctor', () => {
  const examine = async (address: string, origin?: string) =>
    (await management.call('POST', '/issuers/examine', { body: { address, ...(origin !== undefined && { origin }) } }))
      .json
  const ids = ({ findings }: Readonly<Record<string, unknown>>) => (findings as { id: string }[]).map(({ id }) => id)

  it('finds the issuer where it is, and names what does not fit', async () => {
    const { url } = management.issuer
    const { port } = new URL(url)
    expect(await examine(url)).toMatchObject({ issuer: url, isReadByPages: true, findings: [{ id: 'fits' }] })
    expect(ids(await examine(`${url}/`))).toEqual(['slash-added'])
    expect(ids(await examine(`http://127.0.0.1:${port}`))).toEqual(['loopback-name'])
    expect(ids(await examine(`${url}/auth`))).toEqual(['path'])
    expect(ids(await examine(url, 'https://elsewhere.test'))).toEqual(['cors'])
    expect(ids(await examine(new URL(management.url).origin))).toHaveLength(1)
    expect(ids(await examine('http://localhost:1'))).toEqual(['unreachable'])
  })

  it.each(['', 'localhost:4400', '🙂', 'ftp://x.test', `http://x.test/${'a'.repeat(3000)}`])(
    'says at its field that %s is no address',
    async (address) => {
      const { status, text } = await management.call('POST', '/issuers/examine', { body: { address } })
      expect([status, text]).toEqual([422, expect.stringContaining('address')])
    },
  )
})

describe('a restart', () => {
  it('keeps settings, clock and keys', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'valetkey-settings-'))
    const read = async ({ ready }: Program, path: string) =>
      (await fetch(`${ready.api}${path}`, { headers: { authorization: `Bearer ${ready.token}` } })).json()
    const send = async ({ ready }: Program, method: string, path: string, body: object) =>
      fetch(`${ready.api}${path}`, {
        method,
        headers: { authorization: `Bearer ${ready.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const first = await startProgram('--data', folder)
    const changes = { clock: { offset: 3600 }, features: { dPoP: false }, policies: { pkce: 'everyone' } }
    await send(first, 'PATCH', '/settings', changes)
    await send(first, 'POST', '/keys', { alg: 'ES256', kid: 'mine' })
    await first.kill('SIGTERM')
    await using second = await startProgram('--data', folder)
    expect(await read(second, '/settings')).toMatchObject(changes)
    expect(await read(second, '/keys')).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ kid: 'mine', state: 'active' })]),
    })
    await rm(folder, { recursive: true })
  })
})

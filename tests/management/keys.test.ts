import { generateKeyPairSync } from 'node:crypto'

import { decodeProtectedHeader } from 'jose'
import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { signIn } from '../protocol/browser.ts'
import { itemsOf, type Json, useManagement } from './support.ts'

const management = useManagement()
const post = (path: string, body: unknown) => management.call('POST', path, { body })
const keys = async () => itemsOf(await management.get('/keys'))
const signerOf = async (alg: string) => (await keys()).find((key) => key['alg'] === alg && key['state'] === 'active')
const preview = async (deed: object) => (await post('/keys/preview', deed)).json as unknown as Preview
const published = async () =>
  ((await management.issuer.request('/jwks')).json['keys'] as { kid: string }[]).map(({ kid }) => kid)

interface Preview {
  readonly before: { readonly keys: readonly Json[] }
  readonly after: { readonly keys: readonly Json[] }
  readonly effects: readonly string[]
  readonly isPossible: boolean
}

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const { d } = privateKey.export({ format: 'jwk' })

async function tokenKid(client_id: string, secret: string): Promise<string | undefined> {
  const config = await management.issuer.discover(client_id, secret)
  const { access_token } = await client.clientCredentialsGrant(config, { scope: 'route' })
  return decodeProtectedHeader(access_token).kid
}

async function undo(): Promise<void> {
  const [last] = itemsOf(await management.get('/history?kind=keys&limit=1'))
  expect((await post(`/history/${String(last?.['id'])}/put-back`, {})).status).toBe(200)
}

describe('a key that is brought along', () => {
  it('is looked at before it is taken, and signs from then on', async () => {
    const old = await signerOf('ES256')
    const { before, after, effects, isPossible } = await preview({ do: 'create', key: { private_key: PEM } })
    expect([isPossible, after.keys.length]).toEqual([true, before.keys.length + 1])
    expect(effects.join(' ')).toContain('signs every ES256 token from now on')
    expect(await published()).not.toContain(after.keys[0]?.['kid'])
    const created = await post('/keys', { private_key: PEM })
    expect([created.status, created.json]).toEqual([201, expect.objectContaining({ state: 'active', alg: 'ES256' })])
    expect(created.json['kid']).toBe(after.keys[0]?.['kid'])
    expect(await tokenKid('taxi-finder', 'taxi-finder-secret')).toBe(created.json['kid'])
    expect((await keys()).find(({ kid }) => kid === old?.['kid'])).toMatchObject({ state: 'retiring' })
  })

  it('is never shown back, not even by the history', async () => {
    const seen = [
      await management.get('/keys'),
      await management.get('/history?kind=keys'),
      await post('/keys/preview', { do: 'create', key: { private_key: PEM, kid: 'x', alg: 'ES256' } }),
    ]
    const [{ id } = { id: '' }] = itemsOf(await management.get('/history?kind=keys')) as { id: string }[]
    for (const { text } of [...seen, await management.get(`/history/${id}`)]) expect(text).not.toContain(d)
  })

  it('is taken once', async () => {
    const again = await post('/keys', { private_key: PEM, kid: 'another-name' })
    expect([again.status, again.json['detail']]).toEqual([409, expect.stringContaining('here already')])
  })

  it('is put back, and the one before signs again', async () => {
    const [{ kid }] = (await keys()).filter(({ alg, state }) => alg === 'ES256' && state === 'retiring') as [Json]
    await undo()
    expect(await tokenKid('taxi-finder', 'taxi-finder-secret')).toBe(kid)
  })

  it.each([
    ['nothing', {}, 'alg'],
    ['an algorithm that there is none of', { alg: 'HS256' }, 'alg'],
    ['an algorithm that it is not for', { alg: 'RS256', private_key: PEM }, 'alg'],
    ['a script', { private_key: '<script>alert(1)</script>' }, 'private_key'],
    ['an emoji', { private_key: '🔑' }, 'private_key'],
    ['a number', { private_key: 7 }, 'private_key'],
    ['an empty text', { private_key: '' }, 'private_key'],
    ['a name that is too long', { alg: 'ES256', kid: 'k'.repeat(201) }, 'kid'],
    ['an empty name', { alg: 'ES256', kid: '' }, 'kid'],
    ['a state that there is none of', { alg: 'ES256', state: 'gone' }, 'state'],
    ['a member that there is none of', { alg: 'ES256', pem: PEM }, 'pem'],
  ])('is refused with the field named for %s', async (_name, body, field) => {
    const { status, text } = await post('/keys', body)
    expect([status, text]).toEqual([422, expect.stringContaining(field)])
    expect(text).not.toContain('PRIVATE KEY')
  })
})

describe('a key that is published ahead of its time', () => {
  it('signs nothing until it is told to', async () => {
    const before = await signerOf('EdDSA')
    const { json } = await post('/keys', { alg: 'EdDSA', kid: 'nächster 🔑', state: 'retiring' })
    expect(json).toMatchObject({ kid: 'nächster 🔑', state: 'retiring' })
    expect(json).not.toHaveProperty('retiresAt')
    expect(await signerOf('EdDSA')).toEqual(before)
    expect(await published()).toContain('nächster 🔑')
    const path = `/keys/${encodeURIComponent('nächster 🔑')}`
    expect((await preview({ do: 'activate', kid: 'nächster 🔑' })).after.keys[0]).toMatchObject({ kid: 'nächster 🔑' })
    const stale = await management.call('POST', `${path}/activate`, { headers: { 'if-match': '"old"' } })
    expect(stale.status).toBe(412)
    await management.call('POST', `${path}/activate`)
    expect(await signerOf('EdDSA')).toMatchObject({ kid: 'nächster 🔑' })
    await undo()
    expect(await signerOf('EdDSA')).toEqual(before)
  })
})

describe('what would change', () => {
  it('is said before it is done, and nothing is done by that', async () => {
    const signer = await signerOf('RS256')
    const before = await published()
    const rotate = await preview({ do: 'rotate', alg: 'RS256' })
    expect(rotate.after.keys[0]).toEqual({ kty: 'RSA', kid: 'made anew', alg: 'RS256', use: 'sig' })
    const retire = await preview({ do: 'retire', kid: signer?.['kid'] })
    expect(retire.effects[0]).toContain('a new one is made')
    const remove = await preview({ do: 'remove', kid: signer?.['kid'] })
    expect([remove.isPossible, remove.effects[0]]).toEqual([false, expect.stringContaining('Retire it first')])
    expect(await published()).toEqual(before)
    expect((await post('/keys/preview', { do: 'remove', kid: 'none' })).status).toBe(404)
    expect((await post('/keys/preview', { do: 'burn' })).status).toBe(422)
  })

  it('counts the living tokens of each key', async () => {
    const signer = await signerOf('RS256')
    const usage = async () => {
      const { items } = (await management.get('/keys/usage')).json as { items: { kid: string; tokens: number }[] }
      return items.find(({ kid }) => kid === signer?.['kid'])?.tokens
    }
    const before = (await usage()) ?? 0
    await signIn(await management.issuer.discover('calendar-app', 'calendar-app-secret'), {
      scope: 'openid read:contacts',
    })
    await expect.poll(usage).toBe(before + 2)
    await post('/keys/rotate', { alg: 'RS256' })
    await management.call('DELETE', `/keys/${String(signer?.['kid'])}`)
    expect(await usage()).toBeUndefined()
    await undo()
    expect(await usage()).toBe(before + 2)
  })
})

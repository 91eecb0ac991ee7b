import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { decodeJwt } from 'jose'
import { afterAll, describe, expect, expectTypeOf, it } from 'vitest'

import type { ConfigFile } from '#shared/contract/config.ts'

import type * as Library from '../../electron/headless/library/valetkey.d.ts'

// As it is built: the address is put together so that the compiler does not look for it before there is one.
const BUILT = new URL('../../out/library/index.js', import.meta.url).href
const { startValetKey } = (await import(BUILT)) as typeof Library

const folder = mkdtempSync(join(tmpdir(), 'valetkey-library-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const service = (secret: string): Library.ClientConfig => ({
  client_id: 'service',
  client_secret: secret,
  grant_types: ['client_credentials'],
  redirect_uris: [],
})

describe('startValetKey', () => {
  it('starts an issuer in memory, on free ports, with the scenarios', async () => {
    await using issuer = await startValetKey()
    expect(issuer.url).toMatch(/^http:\/\/localhost:\d+$/)
    const metadata = (await (await fetch(issuer.discovery)).json()) as { issuer: string }
    expect(metadata.issuer).toBe(issuer.url)
    const { access_token } = await issuer.token({ client: 'taxi-finder', scope: 'geocode' })
    expect(decodeJwt(access_token)).toMatchObject({ iss: issuer.url, client_id: 'taxi-finder', scope: 'geocode' })
  })

  it('starts several that do not know each other', async () => {
    await using one = await startValetKey({ config: { scenarios: [], clients: [service('first')] } })
    await using two = await startValetKey({ config: { scenarios: [], clients: [service('second')] } })
    const tokens = await Promise.all([one, two].map((issuer) => issuer.token({ client: 'service' })))
    expect(new Set(tokens.map(({ access_token }) => access_token)).size).toBe(2)
    await expect(two.token({ client: 'service', clientSecret: 'first' })).rejects.toThrow('invalid_client')
    await one.close()
    expect((await fetch(two.discovery)).status).toBe(200)
  })

  it('ends for good, and only once', async () => {
    const issuer = await startValetKey()
    await Promise.all([issuer.close(), issuer.close()])
    await issuer[Symbol.asyncDispose]()
    await expect(fetch(issuer.discovery)).rejects.toThrow('fetch failed')
  })

  it('keeps what is told to it where it is given a folder', async () => {
    const data = join(folder, 'kept')
    const first = await startValetKey({ data, config: { clients: [service('kept')] } })
    await first.close()
    await using second = await startValetKey({ data })
    expect((await second.token({ client: 'service' })).token_type).toBe('Bearer')
  })

  it('reads the config from a file, and names the file when it is wrong', async () => {
    const good = join(folder, 'good.json')
    writeFileSync(good, JSON.stringify({ scenarios: [], clients: [service('from-file')] }))
    await using issuer = await startValetKey({ config: good })
    expect((await issuer.token({ client: 'service' })).token_type).toBe('Bearer')
    const bad = join(folder, 'bad.json')
    writeFileSync(bad, '{"cleints": []}')
    await expect(startValetKey({ config: bad })).rejects.toMatchObject({
      name: 'ValetKeyError',
      message: expect.stringContaining(bad),
    })
  })

  it('opens the management API with its token', async () => {
    await using issuer = await startValetKey()
    const ask = (token: string) => fetch(`${issuer.api}/users`, { headers: { authorization: `Bearer ${token}` } })
    expect((await ask(issuer.managementToken)).status).toBe(200)
    expect((await ask('guessed')).status).toBe(401)
  })

  it.each([
    [{ permisive: true }, 'startValetKey: there is no option "permisive"; did you mean permissive?'],
    [{ port: '4400' }, 'startValetKey: port: found another text, expected a port from 0 to 65535.'],
    [{ port: 70_000 }, 'port: found 70000'],
    [{ issuer: 'nonsense' }, 'issuer: found another text, expected an http or https address'],
    [{ config: 5 }, 'config: found 5, expected an object or the path of a file.'],
    [null, 'found null, expected an object'],
  ])('refuses %j in words', async (options, message) => {
    await expect(startValetKey(options as Library.ValetKeyOptions)).rejects.toThrow(message)
  })

  it('refuses a wrong config by the path in it', async () => {
    const config = {
      clients: [{ client_id: 'x', redirect_uris: 'http://localhost/' }],
    } as unknown as Library.ValetKeyConfig
    await expect(startValetKey({ config })).rejects.toThrow('clients[0].redirect_uris')
  })
})

describe('token', () => {
  it('gets tokens by every grant that needs no browser, with what the issuer knows filled in', async () => {
    await using issuer = await startValetKey()
    const user = await issuer.token({
      client: 'old-mail',
      grant: 'password',
      user: 'alice',
      scope: 'openid offline_access',
    })
    const refreshed = await issuer.token({
      client: 'old-mail',
      grant: 'refresh_token',
      refreshToken: user.refresh_token,
    })
    expect(decodeJwt(refreshed.id_token ?? '').sub).toBe('alice')
    const subjectToken = refreshed.access_token
    const exchanged = await issuer.token({
      client: 'delivery-planner',
      grant: 'token-exchange',
      subjectToken,
      scope: 'route',
    })
    expect(decodeJwt(exchanged.access_token)).toMatchObject({ sub: 'alice', act: { sub: 'delivery-planner' } })
    const asserted = await issuer.token({
      client: 'delivery-planner',
      grant: 'jwt-bearer',
      user: 'bob',
      scope: 'route',
    })
    expect(decodeJwt(asserted.access_token).sub).toBe('bob')
  })

  it('says who the client is in the way that it is registered with', async () => {
    const methods = ['client_secret_basic', 'client_secret_post', 'client_secret_jwt'] as const
    const clients = methods.map((method) => ({
      ...service('a-secret-that-is-long-enough-for-HS256'),
      client_id: method,
      token_endpoint_auth_method: method,
    }))
    await using issuer = await startValetKey({ config: { scenarios: [], clients } })
    const tokens = await Promise.all(methods.map((client) => issuer.token({ client })))
    expect(tokens.map(({ token_type }) => token_type)).toEqual(['Bearer', 'Bearer', 'Bearer'])
  })

  it('takes one API or several, by either name', async () => {
    await using issuer = await startValetKey()
    const api = 'https://world-mappers.test/api'
    const tokens = [
      await issuer.token({ client: 'taxi-finder', resource: api }),
      await issuer.token({ client: 'taxi-finder', resource: [api] }),
      await issuer.token({ client: 'taxi-finder', audience: api }),
    ]
    expect(tokens.map(({ access_token }) => decodeJwt(access_token).aud)).toEqual([api, api, api])
  })

  it('throws what the issuer refused with, for people and for programs', async () => {
    await using issuer = await startValetKey()
    const refused = issuer.token({ client: 'taxi-finder', clientSecret: 'wrong' })
    await expect(refused).rejects.toMatchObject({
      name: 'ValetKeyError',
      code: 'refused',
      detail: { error: 'invalid_client', status: 401 },
      message: expect.stringContaining('the secret is not its secret'),
    })
  })

  it.each([
    [{ client: 'nobody' }, 'token: the issuer has no client "nobody".'],
    [{}, 'token: client is missing'],
    [{ client: 'x', secret: 'y' }, 'token: there is no option "secret"'],
    [{ client: 'taxi-finder', clientSecert: 'y' }, 'did you mean clientSecret?'],
    [{ client: 'taxi-finder', grant: 'device_code' }, 'token: "device_code" needs a person at a browser'],
    [{ client: 'taxi-finder', grant: 'magic' }, 'token: "magic" is no grant; there are client_credentials'],
    [{ client: 'old-mail', grant: 'refresh_token' }, 'token: the refresh_token grant needs refreshToken'],
    [{ client: 'delivery-planner', grant: 'token-exchange' }, 'token: token-exchange needs subjectToken'],
    [{ client: 'taxi-finder', resource: [5] }, 'token: resource: found a list, expected a text or a list of texts.'],
  ])('refuses %j in words', async (options, message) => {
    await using issuer = await startValetKey()
    await expect(issuer.token(options as unknown as Library.TokenOptions)).rejects.toThrow(message)
  })
})

describe('the types', () => {
  it('take whatever a config file may hold', () => {
    expectTypeOf<ConfigFile>().toExtend<Library.ValetKeyConfig>()
    expectTypeOf<keyof ConfigFile>().toEqualTypeOf<keyof Library.ValetKeyConfig>()
  })
})

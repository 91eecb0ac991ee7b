import { describe, expect, it } from 'vitest'

import { startProgram } from '../support/program.ts'
import { askForToken, type Ended, launch, makeFolder } from './launched.ts'

const MACHINE = {
  client_id: 'my-machine',
  client_secret: 'my-secret',
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
  scope: 'geocode',
}

async function refusal(content: unknown): Promise<Ended & { readonly file: string }> {
  using folder = makeFolder()
  const file = folder.file('valetkey.config.json', content)
  using program = launch('serve', '--port', '0', '--ui-port', '0', '--ephemeral', '--config', file)
  return { ...(await program.exited), file }
}

describe('--config', () => {
  it('seeds what it names, beside the scenarios that it asks for', async () => {
    using folder = makeFolder()
    const config = {
      scenarios: ['world-mappers'],
      clients: [MACHINE],
      users: [{ username: 'zoe', password: 'zoe-password' }],
    }
    await using program = await startProgram('--config', folder.file('c.json', config))
    expect(await askForToken(program.issuer, 'my-machine', 'my-secret', { scope: 'geocode' })).toMatchObject({
      status: 200,
    })
    expect(await askForToken(program.issuer, 'taxi-finder', 'taxi-finder-secret')).toMatchObject({ status: 200 })
    expect(await askForToken(program.issuer, 'calendar-app', 'calendar-app-secret')).toMatchObject({ status: 401 })
  })

  it('is applied again at the next start: what it names is updated, the rest is kept', async () => {
    using folder = makeFolder()
    const data = ['--data', folder.path]
    const other = { ...MACHINE, client_id: 'other-machine' }
    const first = await startProgram(...data, '--config', folder.file('c.json', { clients: [MACHINE, other] }))
    const registered = await fetch(`${first.issuer}/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ redirect_uris: [], grant_types: ['client_credentials'], response_types: [] }),
    }).then((response) => response.json() as Promise<{ client_id: string; client_secret: string }>)
    await first.kill('SIGTERM')

    const changed = { ...MACHINE, client_secret: 'another-secret' }
    await using second = await startProgram(...data, '--config', folder.file('c.json', { clients: [changed] }))
    const status = async (id: string, secret: string) => (await askForToken(second.issuer, id, secret)).status
    expect(await status('my-machine', 'my-secret')).toBe(401)
    expect(await status('my-machine', 'another-secret')).toBe(200)
    expect(await status('other-machine', 'my-secret')).toBe(200)
    expect(await status(registered.client_id, registered.client_secret)).toBe(200)
    expect(await status('taxi-finder', 'taxi-finder-secret')).toBe(200)
  })

  it('that is bad ends with 2 and leaves the data as it was', async () => {
    using folder = makeFolder()
    const data = ['--data', folder.path]
    const first = await startProgram(...data, '--config', folder.file('c.json', { clients: [MACHINE] }))
    await first.kill('SIGTERM')
    const bad = folder.file('bad.json', {
      clients: [{ ...MACHINE, client_secret: 'another-secret' }, { client_id: 7 }],
    })
    using second = launch('serve', '--port', '0', '--ui-port', '0', ...data, '--config', bad)
    expect(await second.exited).toMatchObject({ code: 2, stdout: '' })
    await using third = await startProgram(...data)
    expect(await askForToken(third.issuer, 'my-machine', 'my-secret')).toMatchObject({ status: 200 })
  })
})

describe('a bad config ends with 2 and names the file, the path in it, what was found and what was expected', () => {
  it.each([
    [
      'a wrong type',
      { clients: [{ ...MACHINE, redirect_uris: 'http://localhost' }] },
      /clients\[0\]\.redirect_uris: found .*, expected /,
    ],
    ['an unknown member', { clientz: [] }, /clientz: found an unknown key, did you mean "clients"\?/],
    ['an unknown scenario', { scenarios: ['nowhere'] }, /scenarios\[0\]: found .*"nowhere", expected one of/],
    ['a list where an object is due', [], /found .*, expected/],
    [
      'a wrong value',
      { apis: [{ identifier: 'https://x.test/', name: 'X', tokenFormat: 'saml', scopes: [] }] },
      /apis\[0\]\.tokenFormat: found "saml", expected/,
    ],
    ['a lifetime below zero', { lifetimes: { accessToken: -1 } }, /lifetimes\.accessToken: found -1, expected/],
    ['no JSON', '{ "clients": [ }', /line 1, column \d+: .*expected/s],
    ['an empty file', '', /expected/],
  ])('%s', async (_name, content, message) => {
    const { code, stdout, stderr, file } = await refusal(content)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(file)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('a file that is not there', async () => {
    using program = launch(
      'serve',
      '--port',
      '0',
      '--ui-port',
      '0',
      '--ephemeral',
      '--config',
      '/nowhere/valetkey.config.json',
    )
    const { code, stderr } = await program.exited
    expect(code).toBe(2)
    expect(stderr).toBe(
      '/nowhere/valetkey.config.json: found no such file, expected a config file; check the path, or leave --config out\n',
    )
  })
})

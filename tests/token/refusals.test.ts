import { createServer } from 'node:http'
import { once } from 'node:events'

import { describe, expect, it } from 'vitest'

import { startToken, useIssuer } from './support.ts'

const issuer = useIssuer()

const taxiFinder = ['--client', 'taxi-finder', '--client-secret', 'taxi-finder-secret']

describe('what the issuer refuses', () => {
  it.each([
    [
      ['--client', 'nobody', '--client-secret', 'x'],
      /invalid_client.*\nEither the issuer has no client "nobody", or the secret is not its secret/,
    ],
    [
      ['--client', 'taxi-finder', '--client-secret', 'wrong'],
      /invalid_client.*\n.*another token_endpoint_auth_method than client_secret_basic/,
    ],
    [['--client', 'taxi-finder'], /invalid_client.*\n.*no secret or key was given/],
    [
      [...taxiFinder, '--resource', 'https://nowhere.test'],
      /invalid_target.*\nNo API of the issuer is called "https:\/\/nowhere.test"/,
    ],
    [
      [...taxiFinder, '--grant', 'password', '--user', 'alice', '--password', 'x'],
      /unauthorized_client.*\nThe client "taxi-finder" is not registered for this grant/,
    ],
    [
      ['--client', 'old-mail', '--grant', 'password', '--user', 'alice', '--password', 'x'],
      /invalid_grant.*\nWhat was shown for it is wrong/,
    ],
    [['--client', 'old-mail', '--grant', 'refresh_token', '--refresh-token', 'made-up'], /invalid_grant/],
  ])('%j ends with 1, the error, and what to do', async (args, message) => {
    const { code, stdout, stderr } = await issuer.run(args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('says which scopes were left out of the token', async () => {
    const { code, stderr } = await issuer.run([...taxiFinder, '--scope', 'geocode nonsense'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/^Not granted: nonsense\./)
  })
})

describe('an issuer that is not there', () => {
  it('is to be started', async () => {
    const { code, stderr } = await startToken(['--issuer', 'http://localhost:9', '--client', 'x']).ended
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Nothing answers at http://localhost:9: start it with "valetkey serve".\n',
    })
  })

  it('is told from something else that answers', async () => {
    const { code, stderr } = await startToken(['--issuer', `${issuer.url}/nowhere`, '--client', 'x']).ended
    expect(code).toBe(1)
    expect(stderr).toContain('answers, but not as an issuer: its discovery document is not there (404)')
  })

  it('is told from an issuer that calls itself otherwise', async () => {
    const address = issuer.url.replace('localhost', '127.0.0.1')
    const { code, stderr } = await startToken(['--issuer', address, '--client', 'x']).ended
    expect(code).toBe(1)
    expect(stderr).toContain(`is the one of the issuer ${issuer.url}: give that address`)
  })

  it('is not waited for without end', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as { port: number }
    const { code, stderr } = await startToken([
      '--issuer',
      `http://127.0.0.1:${port}`,
      '--client',
      'x',
      '--timeout',
      '1',
    ]).ended
    silent.closeAllConnections()
    silent.close()
    expect(code).toBe(1)
    expect(stderr).toBe(`http://127.0.0.1:${port} did not answer within 1 second. --timeout SECONDS waits longer.\n`)
  })

  it('may not have a token endpoint in the clear on another machine', async () => {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ issuer: url, token_endpoint: 'http://elsewhere.test/token' }))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
    const { code, stderr } = await startToken(['--issuer', url, '--client', 'x', '--client-secret', 'y']).ended
    server.closeAllConnections()
    server.close()
    expect(code).toBe(1)
    expect(stderr).toContain('http://elsewhere.test/token is http on another machine')
  })
})

describe('bad usage', () => {
  it.each([
    [[], /^--client is missing/],
    [['--clent', 'x'], /did you mean --client\?/],
    [['--client', 'x', 'stray'], /stray/],
    [
      ['--client', 'x', '--grant', 'device-code'],
      /^--grant: found "device-code", expected one of .*did you mean device_code\?/,
    ],
    [['--client', 'x', '--grant', 'password'], /^the password grant needs --user/],
    [['--client', 'x', '--grant', 'password', '--user', 'y'], /--password or VALETKEY_PASSWORD/],
    [['--client', 'x', '--grant', 'refresh_token'], /needs --refresh-token/],
    [['--client', 'x', '--grant', 'token-exchange'], /needs --subject-token/],
    [['--client', 'x', '--grant', 'jwt-bearer'], /needs --assertion/],
    [['--client', 'x', '--grant', 'refresh_token', '--refresh-token', '-'], /^Standard input holds no refresh_token/],
    [['--client', 'x', '--issuer', 'nonsense'], /^--issuer: found "nonsense"/],
    [['--client', 'x', '--issuer', 'http://id.example.test'], /expected https.*--insecure-http/],
    [['--client', 'x', '--auth', 'basic'], /^--auth: found "basic", expected one of client_secret_basic/],
    [['--client', 'x', '--auth', 'client_secret_post'], /client_secret_post needs the secret/],
    [['--client', 'x', '--timeout', '0'], /^--timeout: found "0", expected whole seconds/],
    [['--client', 'x', '--redirect-uri', 'https://localhost/cb'], /^--redirect-uri: found/],
    [['--client', 'x', '--client-secret', 'y', '--client-key', 'z'], /exclude each other/],
    [['--client', 'x', '--open', '--no-open'], /exclude each other/],
    [['--client', 'x', '--client-key', '/nowhere/key.json'], /^--client-key \/nowhere\/key.json: found no such file/],
  ])('%j ends with 2 and says what is wrong', async (args, message) => {
    const { code, stdout, stderr } = await issuer.run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })

  it.each([
    ['not json {"d":"private"', 'found no JSON'],
    ['{"kty":"EC","crv":"P-256","x":"a","y":"b"}', 'found no private key'],
    ['[]', 'found no private key'],
    ['{"kty":"EC","crv":"P-256","d":"broken","x":"a","y":"b"}', 'cannot be used'],
  ])('a key file with %s is refused without being shown', async (content, message) => {
    const key = issuer.file('bad-key.json', content)
    const { code, stderr } = await issuer.run(['--client', 'delivery-planner', '--client-key', key])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('private":')
  })

  it('is told by --help, which names where a secret is safe', async () => {
    const { code, stdout } = await issuer.run(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('VALETKEY_CLIENT_SECRET')
  })
})

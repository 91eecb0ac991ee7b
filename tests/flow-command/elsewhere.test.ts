/** A walk at an issuer that is not the playground's own: a second program. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { expect, it } from 'vitest'

import { freePort } from '../support/free-port.ts'
import { type ExitResult, startProgram } from '../support/program.ts'
import { UserAgent } from '../support/user-agent.ts'
import { runFlow, type RunDocument } from './support.ts'

const COMMAND = fileURLToPath(new URL('../../out/headless/valetkey.js', import.meta.url))

it('is walked by a machine with its secret, which nothing shows', async () => {
  await using other = await startProgram()
  const secret = 'taxi-finder-secret'
  const where = ['--issuer', other.issuer, '--client', 'taxi-finder', '--client-secret', secret]
  const { code, stdout, stderr } = await runFlow(
    'client-credentials',
    ...where,
    '--scope',
    'geocode',
    '--layer',
    '',
    '--json',
  )
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const { state, steps } = JSON.parse(stdout) as RunDocument
  expect(state).toBe('done')
  const urls = steps.flatMap(({ exchanges }) => exchanges.map(({ url }) => url))
  expect(urls).toContain(`${other.issuer}/token`)
  expect(stdout).not.toContain(secret)
})

it('is walked by a person, whose browser comes back to the port that was registered', async () => {
  await using other = await startProgram()
  const port = await freePort()
  const client_id = 'from-afar'
  const registered = await fetch(`${other.ready.api}/clients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${other.ready.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      client_id,
      token_endpoint_auth_method: 'none',
      redirect_uris: [`http://localhost:${port}/callback`],
    }),
  })
  expect(registered.status).toBe(201)
  const ended = walkAsPerson(
    [
      'authorization-code-pkce',
      '--issuer',
      other.issuer,
      '--client',
      client_id,
      '--ui-port',
      String(port),
      '--layer',
      'openid',
    ],
    (address) => new UserAgent().signIn(address, { user: 'bob' }),
  )
  const { code, stdout, stderr } = await ended
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringMatching(/^Open this in a browser and sign in there.*\n {4}http\S+\n$/),
  })
  expect(stdout).toMatch(/POST \S+\/token -> 200[^]*Done: \d+ steps/)
})

it.each([
  ['no application', ['--issuer', 'http://localhost:4400'], '--client is missing'],
  ['an address that is none', ['--issuer', 'localhost', '--client', 'x'], '--issuer: found "localhost"'],
  [
    'somebody to answer for',
    ['--issuer', 'http://localhost:4400', '--client', 'x', '--answer', 'bob'],
    'only a person',
  ],
  ['a secret for the own issuer', ['--client-secret', 'x'], '--client-secret goes with --issuer'],
])('with %s is bad usage', async (_what, args, message) => {
  const { code, stderr } = await runFlow('client-credentials', ...args)
  expect(code).toBe(2)
  expect(stderr).toContain(message)
})

it('where nothing answers says so', async () => {
  const port = await freePort()
  const { code, stderr } = await runFlow('client-credentials', '--issuer', `http://localhost:${port}`, '--client', 'x')
  expect(code).not.toBe(0)
  expect(stderr).toContain(`http://localhost:${port}`)
})

/** Goes to each address that the command asks for. */
async function walkAsPerson(
  args: readonly string[],
  visit: (address: string) => Promise<{ readonly url: string }>,
): Promise<ExitResult> {
  const child = spawn(process.execPath, [COMMAND, 'flow', 'run', ...args])
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += String(chunk)))
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  for await (const line of createInterface(child.stderr)) {
    stderr += `${line}\n`
    const address = /^ {4}(http\S+)$/.exec(line)?.[1]
    if (address === undefined) continue
    const { url } = await visit(address)
    if (url.includes('/callback?')) await new UserAgent().fetch(url)
  }
  return { code: await code, stdout, stderr }
}

import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { text as readAll } from 'node:stream/consumers'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { freePort } from '../support/free-port.ts'
import { startProgram } from '../support/program.ts'
import { root } from './example-folder.ts'
import { environment, makeFolder } from './installation.ts'

const text = readFileSync(join(root, 'docs/ci.md'), 'utf8')

/** The first fenced block of a language below a heading. */
function block(heading: string, language: string): string {
  const [, section = ''] = text.split(`\n## ${heading}\n`)
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(section)?.[1]
  if (found === undefined) throw new Error(`docs/ci.md has no block of ${language} below "${heading}"`)
  return found
}

/** What `npm test` of the reader's project finds out: that the issuer answers, and that the token is one. */
const CHECK = `
const metadata = await (await fetch(process.env.ISSUER + '/.well-known/openid-configuration')).json()
const [, payload] = process.env.TOKEN.split('.')
const { iss, aud, scope } = JSON.parse(Buffer.from(payload, 'base64url'))
console.log('CHECKED', metadata.issuer === iss, aud, scope)
`

let folder: string

beforeEach(() => {
  folder = makeFolder('ci')
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
  symlinkSync(root, join(folder, 'node_modules/valetkey'), 'junction')
  symlinkSync('../valetkey/out/headless/valetkey.js', join(folder, 'node_modules/.bin/valetkey'))
  chmodSync(join(folder, 'node_modules/.bin/valetkey'), 0o755)
  writeFileSync(join(folder, 'valetkey.config.json'), block('Seed it', 'json'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "scripts": { "test": "node check.js" } }')
  writeFileSync(join(folder, 'check.js'), CHECK)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function bash(script: string, env: NodeJS.ProcessEnv = {}) {
  return spawnSync('bash', ['-eu', '-c', script], { cwd: folder, encoding: 'utf8', env: { ...environment, ...env } })
}

describe.skipIf(process.platform === 'win32')('docs/ci.md', () => {
  test('the plain shell starts, seeds, mints, tests and stops', () => {
    const { stdout, status } = bash(block('Plain shell', 'sh'))
    expect(stdout).toContain('CHECKED true https://app.test/api read:report')
    expect(status).toBe(0)
  })

  test('the plain shell ends, and says why, when the config is wrong', () => {
    writeFileSync(join(folder, 'valetkey.config.json'), '{ "cleints": [] }')
    const { stdout, status } = bash(block('Plain shell', 'sh'))
    expect(status).toBe(1)
    expect(stdout).toContain('cleints')
  })

  test('the steps of the workflow do the same, each in a shell of its own', () => {
    const variables = join(folder, 'github-env')
    writeFileSync(variables, '')
    const outputs = stepsOf(block('GitHub Actions', 'yaml')).map((script) => {
      const known = readFileSync(variables, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(/=(.*)/s).slice(0, 2))
      const env = { ...Object.fromEntries(known), GITHUB_ENV: variables, VALETKEY_CLIENT_SECRET: 'reporter-secret' }
      // A step must not wait for what it has left running, so its output goes to a file as on a runner.
      const { status } = bash(`{ ${script}\n} > step.log 2>&1`, env)
      return [status, readFileSync(join(folder, 'step.log'), 'utf8')] as const
    })
    expect(outputs.map(([status]) => status)).toEqual([0, 0, 0, 0])
    expect(outputs[2]?.[1]).toContain('CHECKED true https://app.test/api read:report')
  })

  test('the token command is right as it stands', async () => {
    await using program = await startProgram('--config', join(folder, 'valetkey.config.json'))
    const { stdout, status } = bash(block('Tokens', 'sh'), { ISSUER: program.issuer })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ decoded: { access_token: { payload: { client_id: 'reporter' } } } })
  })

  test('behind a proxy every address is the public one, and another Host is refused', async () => {
    const [, flags = ''] = block('Behind a proxy', 'sh').split('valetkey serve ')
    const port = await freePort()
    const own = flags
      .trim()
      .split(' ')
      .map((flag) => (flag === 'valetkey.config.json' ? join(folder, flag) : flag))
    await using program = await startProgram(...own, '--port', String(port))
    expect(program.issuer).toBe('https://id.example.test')
    const { body } = await discoveryAs('id.example.test', port)
    expect(JSON.parse(body)).toMatchObject({ issuer: program.issuer, token_endpoint: `${program.issuer}/token` })
    expect((await discoveryAs('evil.test', port)).status).toBe(421)
  })
})

/** As a proxy asks: at the loopback address, with the Host that it was asked for. */
async function discoveryAs(host: string, port: number) {
  const path = '/.well-known/openid-configuration'
  const [response] = (await once(get({ host: '127.0.0.1', port, path, headers: { host } }), 'response')) as [
    IncomingMessage,
  ]
  return { status: response.statusCode, body: await readAll(response) }
}

/** The scripts of the steps after the installation, in order. */
function stepsOf(workflow: string): readonly string[] {
  const steps = workflow.split(/\n {6}- /).filter((step) => /^ *run: /m.test(step) && !step.includes('npm ci'))
  return steps.map((step) => {
    const [, script = ''] = step.split(/^ *run: (?:\|\n)?/m)
    return script.replaceAll(/^ {10}/gm, '')
  })
}

/** The commands that the screens show for what they did, run as they stand. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'

import { CALLS, type CallName } from '#shared/contract/calls/calls.ts'
import { buildOpenApi } from '#shared/rest/openapi.ts'

import { type DescribeCall, isChange, loadDescribeCall } from '../../renderer/features/common/curl/describe-call.ts'
import { buildOperationCurl } from '../../renderer/features/management/reference/build-operation-curl.ts'
import { listOperations } from '../../renderer/features/management/reference/operations.ts'
import { useManagement } from './support.ts'

const run = promisify(execFile)
const management = useManagement()
let describeCall: DescribeCall

beforeAll(async () => {
  describeCall = await loadDescribeCall()
})

function curlOf(name: CallName, input: Readonly<Record<string, unknown>>, secrets = true): string {
  const described = describeCall({ name, input }, { address: management.url, secrets })
  if (described === undefined) throw new Error(`${name} has no address`)
  return described.curl
}

/** The status behind the body, as a person would see it with -w. */
async function runInShell(command: string): Promise<{ readonly status: number; readonly body: string }> {
  const { stdout } = await run('sh', ['-c', command.replace('curl ', `curl -sS -w '\\n%{http_code}' `)], {
    env: { PATH: process.env['PATH'], VALETKEY_TOKEN: management.issuer.program.ready.token },
  })
  const at = stdout.lastIndexOf('\n')
  return { status: Number(stdout.slice(at + 1)), body: stdout.slice(0, at) }
}

describe('a call as a command', () => {
  it('does what the call did, whatever characters are in it', async () => {
    const name = `O'Neil "the $HOME" \`id\` <b>🔑</b> \\`
    const client = { client_id: "it's/mine & yours", client_name: name, redirect_uris: ['http://localhost:1/cb'] }
    const made = await runInShell(curlOf('clients.create', { client }))
    expect([made.status, JSON.parse(made.body)]).toEqual([201, expect.objectContaining({ client_name: name })])
    const changes = { client_name: 'Changed' }
    const changed = await runInShell(curlOf('clients.change', { client_id: client.client_id, changes }))
    expect([changed.status, JSON.parse(changed.body)]).toEqual([200, expect.objectContaining(changes)])
    expect((await runInShell(curlOf('clients.remove', { client_id: client.client_id }))).status).toBe(200)
  })

  it('names the version that the change was made from', async () => {
    const changes = { claims: { nickname: 'Al' } }
    const stale = curlOf('users.change', { username: 'alice', changes, ifVersion: ['an-old-one'] })
    expect((await runInShell(stale)).status).toBe(412)
    expect((await runInShell(curlOf('users.change', { username: 'alice', changes, ifVersion: ['*'] }))).status).toBe(
      200,
    )
  })

  it.each<[CallName, Readonly<Record<string, unknown>>, number]>([
    ['scenarios.save', { scenario: { title: 'From a shell' }, overwrite: true }, 201],
    ['scenarios.compare', { id: 'from-a-shell', alone: true }, 200],
    ['scenarios.load', { id: 'from-a-shell', alone: true }, 200],
    ['config.import', { config: { users: [{ username: 'dora' }] }, dryRun: true }, 200],
    ['users.get', { username: 'alice', secrets: true }, 200],
    ['settings.change', { changes: { lifetimes: { idToken: 60 } } }, 200],
    ['keys.rotate', { rotation: { alg: 'ES256' } }, 200],
    ['clients.rotateSecret', { client_id: 'calendar-app' }, 200],
    ['exchanges.list', { endpoint: 'token', hasError: true, limit: 5 }, 200],
    ['history.list', { kind: 'users', search: 'ali' }, 200],
    ['reset', {}, 200],
  ])('is answered for %s', async (name, input, status) => {
    expect((await runInShell(curlOf(name, input))).status).toBe(status)
  })

  it('shows no secret unless it is asked for', () => {
    const input = { user: { username: 'dora', password: 'pass-1' } }
    expect(curlOf('users.create', input)).toContain('pass-1')
    expect(curlOf('users.create', input, false)).toContain('"password":"***"')
    expect(curlOf('users.create', input, false)).not.toContain('pass-1')
  })

  it('is there for every call of the contract', () => {
    for (const name of Object.keys(CALLS) as CallName[]) expect(curlOf(name, {})).toContain(management.url)
  })

  it('counts as a change only where it changes something', () => {
    expect(isChange({ name: 'users.create', input: {} }, 'POST')).toBe(true)
    expect(isChange({ name: 'users.list', input: {} }, 'GET')).toBe(false)
    expect(isChange({ name: 'config.import', input: { dryRun: true } }, 'POST')).toBe(false)
    expect(isChange({ name: 'tokens.lookup', input: {} }, 'POST')).toBe(false)
  })
})

describe('the commands of the reference', () => {
  it('work as they stand for all that only reads by itself', async () => {
    const operations = listOperations(buildOpenApi(management.url).paths).filter(
      ({ method, path }) => method === 'GET' && !path.includes('{') && path !== '/events',
    )
    expect(operations.length).toBeGreaterThan(15)
    const commands = operations.map((listed) => buildOperationCurl(listed, management.url))
    const answers = await Promise.all(commands.map(runInShell))
    expect(answers.map(({ status }, index) => `${status} ${operations[index]?.path}`)).toEqual(
      operations.map(({ path }) => `200 ${path}`),
    )
  })
})

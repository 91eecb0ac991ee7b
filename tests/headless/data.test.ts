import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { startProgram } from '../support/program.ts'
import { askForToken, COMMAND, type Ended, launch, launchWith, makeFolder } from './launched.ts'

function serve(...args: readonly string[]) {
  return launch('serve', '--port', '0', '--ui-port', '0', ...args)
}

async function keyIds(issuer: string): Promise<string[]> {
  const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: { kid: string }[] }
  return keys.map(({ kid }) => kid)
}

async function register(issuer: string): Promise<{ client_id: string; client_secret: string }> {
  const body = JSON.stringify({ redirect_uris: [], grant_types: ['client_credentials'], response_types: [] })
  const response = await fetch(`${issuer}/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  return (await response.json()) as { client_id: string; client_secret: string }
}

describe('--data', () => {
  it('makes the folder and its file, for this user alone', async () => {
    using folder = makeFolder()
    const data = join(folder.path, 'a', 'b')
    await using _program = await startProgram('--data', data)
    expect(readdirSync(data)).toContain('valetkey.sqlite')
    expect(statSync(data).mode & 0o077).toBe(0)
  })

  it('keeps clients and keys from one start to the next', async () => {
    using folder = makeFolder()
    const first = await startProgram('--data', folder.path)
    const kids = await keyIds(first.issuer)
    const { client_id, client_secret } = await register(first.issuer)
    expect(await first.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' })
    await using second = await startProgram('--data', folder.path)
    expect(await keyIds(second.issuer)).toEqual(kids)
    expect(kids.length).toBeGreaterThan(0)
    expect(await askForToken(second.issuer, client_id, client_secret)).toMatchObject({ status: 200 })
  })

  it('has its place in the folder for data where none is named', async () => {
    using folder = makeFolder()
    using program = launchWith(
      { XDG_DATA_HOME: folder.path, HOME: folder.path, APPDATA: folder.path },
      'serve',
      '--port',
      '0',
      '--ui-port',
      '0',
    )
    await program.line()
    program.child.kill('SIGTERM')
    const { stdout } = await program.exited
    const [, place = ''] = /Data +(.*)/.exec(stdout) ?? []
    expect(place.startsWith(folder.path)).toBe(true)
    expect(existsSync(join(place, 'valetkey.sqlite'))).toBe(true)
  })
})

describe('--ephemeral', () => {
  it('leaves no file, and forgets', async () => {
    using folder = makeFolder()
    const env = { XDG_DATA_HOME: folder.path, HOME: folder.path, APPDATA: folder.path }
    using program = launchWith(env, 'serve', '--port', '0', '--ui-port', '0', '--ephemeral', '--json')
    const { issuer } = JSON.parse(await program.line()) as { issuer: string }
    const kids = await keyIds(issuer)
    program.child.kill('SIGTERM')
    await program.exited
    expect(readdirSync(folder.path)).toEqual([])
    await using next = await startProgram()
    expect(await keyIds(next.issuer)).not.toEqual(kids)
  })
})

describe('a second program on the same data', () => {
  it('is refused with the process and the address of the first, which goes on', async () => {
    using folder = makeFolder()
    await using first = await startProgram('--data', folder.path)
    using second = serve('--data', folder.path)
    const { code, stdout, stderr } = await second.exited
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(`process ${first.ready.pid}`)
    expect(stderr).toContain(first.issuer)
    expect(stderr).toContain('--data')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect((await fetch(first.ready.discovery)).status).toBe(200)
  })

  it('is let in after the first was killed', async () => {
    using folder = makeFolder()
    const first = await startProgram('--data', folder.path)
    await first.kill('SIGKILL')
    await using second = await startProgram('--data', folder.path)
    expect((await fetch(second.ready.discovery)).status).toBe(200)
  })
})

describe('data that cannot be used', () => {
  it('below a file: the message names it', async () => {
    using folder = makeFolder()
    const file = folder.file('a-file', 'x')
    const { code, stderr } = await serve('--data', join(file, 'data')).exited
    expect(code).toBe(1)
    expect(stderr).toContain(file)
    expect(stderr).toContain('--data')
    expect(readFileSync(file, 'utf8')).toBe('x')
  })

  it.skipIf(process.platform === 'win32')('in a folder that may not be written: the message names it', async () => {
    using folder = makeFolder()
    const data = join(folder.path, 'locked')
    mkdirSync(data, { mode: 0o555 })
    chmodSync(folder.path, 0o755)
    const { code, stderr } = await runUnprivileged('serve', '--port', '0', '--ui-port', '0', '--data', data)
    expect(code).toBe(1)
    expect(stderr).toContain(data)
    expect(stderr).toContain('--ephemeral')
    expect(readdirSync(data)).toEqual([])
  })

  it('a file that is no database is left as it is, and its name and the ways out are given', async () => {
    using folder = makeFolder()
    const file = folder.file('valetkey.sqlite', 'my diary\n'.repeat(1000))
    const { code, stdout, stderr } = await serve('--data', folder.path).exited
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(file)
    expect(stderr).toContain('--set-aside')
    expect(readFileSync(file, 'utf8')).toBe('my diary\n'.repeat(1000))
    expect(readdirSync(folder.path).filter((name) => name.startsWith('valetkey.sqlite'))).toEqual(['valetkey.sqlite'])
  })

  it('--set-aside keeps that file under another name, says so, and starts', async () => {
    using folder = makeFolder()
    folder.file('valetkey.sqlite', 'my diary')
    using program = serve('--data', folder.path, '--set-aside', '--json')
    const { discovery } = JSON.parse(await program.line()) as { discovery: string }
    expect((await fetch(discovery)).status).toBe(200)
    const [kept = ''] = readdirSync(folder.path).filter((name) => name.includes('set-aside'))
    expect(readFileSync(join(folder.path, kept), 'utf8')).toBe('my diary')
    program.child.kill('SIGTERM')
    const { code, stderr } = await program.exited
    expect(code).toBe(0)
    expect(stderr).toContain(kept)
  })

  it('--set-aside touches nothing that works', async () => {
    using folder = makeFolder()
    const first = await startProgram('--data', folder.path)
    const kids = await keyIds(first.issuer)
    await first.kill('SIGTERM')
    await using second = await startProgram('--data', folder.path, '--set-aside')
    expect(await keyIds(second.issuer)).toEqual(kids)
    expect(readdirSync(folder.path).filter((name) => name.includes('set-aside'))).toEqual([])
  })
})

/** Permissions mean nothing to root, which tests in a container often are. */
async function runUnprivileged(...args: readonly string[]): Promise<Pick<Ended, 'code' | 'stderr'>> {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const child = spawn(process.execPath, [COMMAND, ...args], { ...nobody, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stderr }
}

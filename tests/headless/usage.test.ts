import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { holdPort, launch } from './launched.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

function run(...args: readonly string[]) {
  return launch(...args).exited
}

describe('help and version', () => {
  it.each([['--help'], ['-h'], ['help'], []])('%s lists the commands', async (...args) => {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('valetkey serve')
  })

  it.each([['--help'], ['-h']])('serve %s lists every flag', async (flag) => {
    const { code, stdout } = await run('serve', flag)
    expect(code).toBe(0)
    for (const name of [
      'port',
      'ui-port',
      'no-ui',
      'data',
      'ephemeral',
      'config',
      'issuer',
      'permissive',
      'open',
      'no-open',
      'json',
      'set-aside',
    ]) {
      expect(stdout).toContain(`--${name}`)
    }
  })

  it('--version prints the version', async () => {
    expect(await run('--version')).toEqual({ code: 0, signal: null, stdout: `${version}\n`, stderr: '' })
  })
})

describe('bad usage ends with 2, in one line that names what is wrong', () => {
  it.each([
    [['sreve'], 'There is no command "sreve"'],
    [['serve', '--prot', '1'], "Unknown option '--prot'"],
    [['serve', 'extra'], "Unexpected argument 'extra'"],
    [['serve', '--port'], '--port'],
    [['serve', '--port', 'http'], '--port: found "http", expected a port from 0 to 65535'],
    [['serve', '--port', '65536'], '--port: found "65536", expected a port'],
    [['serve', '--port', '1e3'], '--port: found "1e3", expected a port'],
    [['serve', '--port=-1'], '--port: found "-1", expected a port'],
    [['serve', '--ui-port', ''], '--ui-port: found "", expected a port'],
    [['serve', '--json=yes'], '--json'],
    [['serve', '--data', ''], '--data: found nothing, expected a path'],
    [['serve', '--data', 'a', '--ephemeral'], '--data and --ephemeral exclude each other'],
    [['serve', '--open', '--no-open'], '--open and --no-open exclude each other'],
    [['serve', '--issuer', 'id.example.test'], '--issuer: found "id.example.test", expected an http or https address'],
    [['serve', '--issuer', 'ftp://id.example.test'], '--issuer: found "ftp://id.example.test"'],
    [['serve', '--issuer', 'https://id.example.test/?a'], '--issuer: found'],
    [['serve', '--issuer', 'https://id.example.test/#'], '--issuer: found'],
    [['serve', '--issuer', 'https://a:b@id.example.test'], '--issuer: found'],
    [['serve', '--config', ''], '--config: found nothing, expected a path'],
  ] as const)('%j', async (args, message) => {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/See valetkey (serve )?--help\.\n$/)
  })
})

describe('a port that is taken ends with 1 and names the flag that changes it', () => {
  it.each([
    ['--port', '--ui-port'],
    ['--ui-port', '--port'],
  ])('%s', async (taken, other) => {
    await using held = await holdPort()
    const { code, stdout, stderr } = await run('serve', '--ephemeral', taken, String(held.port), other, '0')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe(
      `Port ${held.port} is taken. Free it, or choose another with ${taken} PORT (0: any free one).\n`,
    )
  })

  it('the same port twice', async () => {
    await using held = await holdPort()
    const port = String(held.port)
    await held[Symbol.asyncDispose]()
    const { code, stderr } = await run('serve', '--ephemeral', '--port', port, '--ui-port', port)
    expect(code).toBe(1)
    expect(stderr).toContain(`Port ${port} is taken`)
    expect(stderr).toContain('--ui-port')
  })
})

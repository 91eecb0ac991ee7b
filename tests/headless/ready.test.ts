import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { type ReadyEvent, startProgram } from '../support/program.ts'
import { dial } from '../robustness/support/raw-http.ts'
import { findFreePort, hasIpv6, launch, launchWith, makeFolder } from './launched.ts'

const BARE = ['serve', '--port', '0', '--ui-port', '0', '--ephemeral'] as const

describe('--json', () => {
  it('prints one line, in the shape that scripts rely on, and nothing else', async () => {
    using program = launch(...BARE, '--json')
    const line = await program.line()
    const { issuer, ui, api, token, pid } = JSON.parse(line) as ReadyEvent
    const screens = new URL(api).origin
    expect(issuer).toMatch(/^http:\/\/localhost:\d+$/)
    expect(screens).toMatch(/^http:\/\/localhost:\d+$/)
    expect(screens).not.toBe(issuer)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(line).toBe(
      `{"event":"ready","issuer":"${issuer}","discovery":"${issuer}/.well-known/openid-configuration","ui":"${screens}/#token=${token}","api":"${screens}/api/v1","token":"${token}","pid":${program.child.pid}}`,
    )
    expect(ui).toBe(`${screens}/#token=${token}`)
    expect(pid).toBe(program.child.pid)
    expect((await fetch(`${issuer}/.well-known/openid-configuration`)).status).toBe(200)
    program.child.kill('SIGTERM')
    expect(await program.exited).toEqual({ code: 0, signal: null, stdout: `${line}\n`, stderr: '' })
  })

  it('has a token of its own at each start', async () => {
    await using first = await startProgram()
    await using second = await startProgram()
    expect(first.ready.token).not.toBe(second.ready.token)
  })
})

describe('without --json', () => {
  it('says where everything is, for a person', async () => {
    using program = launch(...BARE)
    await program.line()
    program.child.kill('SIGINT')
    const { code, stdout, stderr } = await program.exited
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(
      /^Valet Key is ready\. Stop it with Ctrl\+C\.\n {2}Issuer +http:\/\/localhost:\d+\n {2}Discovery +http:\/\/localhost:\d+\/\.well-known\/openid-configuration\n {2}Screens +http:\/\/localhost:\d+\/#token=[\w-]+\n {2}Data +in memory, gone when it stops\n$/,
    )
  })
})

describe('--no-ui', () => {
  it('names no screens and serves none; the management API keeps its address', async () => {
    await using program = await startProgram('--no-ui')
    expect(Object.keys(program.ready)).toEqual(['event', 'issuer', 'discovery', 'api', 'token', 'pid'])
    const screens = await fetch(program.screens)
    expect(screens.status).toBe(404)
    expect(await screens.text()).toContain('--no-ui')
  })
})

describe('--port and --ui-port', () => {
  it('are the ports that are asked for', async () => {
    const port = await findFreePort()
    const uiPort = await findFreePort()
    await using program = await startProgram('--port', String(port), '--ui-port', String(uiPort))
    expect(program.issuer).toBe(`http://localhost:${port}`)
    expect(program.screens).toBe(`http://localhost:${uiPort}`)
  })

  it('are open on both loopback families, and nowhere else', async () => {
    await using program = await startProgram()
    for (const origin of [program.issuer, program.screens]) {
      const port = new URL(origin).port
      const hosts = ['127.0.0.1', 'localhost', ...((await hasIpv6()) ? ['[::1]'] : [])]
      for (const host of hosts) expect((await fetch(`http://${host}:${port}/`)).status, host).toBe(200)
      await expect(dial({ port: Number(port), host: '127.0.0.2' })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    }
  })
})

describe('--open', () => {
  /** In place of the desktop's own opener: writes down what it was asked to open. */
  const OPENER = '#!/bin/sh\nprintf %s "$1" > "$OPENED.draft" && mv "$OPENED.draft" "$OPENED"\n'

  it.runIf(process.platform === 'linux')(
    'hands the address of the screens, with its token, to the browser',
    async () => {
      using folder = makeFolder()
      chmodSync(folder.file('xdg-open', OPENER), 0o755)
      const opened = join(folder.path, 'opened')
      using program = launchWith(
        { PATH: `${folder.path}:${process.env['PATH']}`, OPENED: opened },
        ...BARE,
        '--open',
        '--json',
      )
      const { ui } = JSON.parse(await program.line()) as { ui: string }
      await expect.poll(() => existsSync(opened)).toBe(true)
      expect(readFileSync(opened, 'utf8')).toBe(ui)
    },
  )

  it.runIf(process.platform === 'linux')('does no harm where nothing can open it', async () => {
    using program = launchWith({ PATH: '/nowhere' }, ...BARE, '--open', '--json')
    const { discovery } = JSON.parse(await program.line()) as { discovery: string }
    expect((await fetch(discovery)).status).toBe(200)
    program.child.kill('SIGTERM')
    expect(await program.exited).toMatchObject({ code: 0, stderr: '' })
  })
})

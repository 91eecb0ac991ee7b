import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { startProgram } from '../support/program.ts'
import { checkPromises } from './crash/check-promises.ts'
import { writeCrashConfig } from './crash/crash-clients.ts'
import { checkIntegrity, makeDirectory } from './crash/data-directory.ts'
import { startTraffic } from './crash/traffic.ts'
import { dial, parseAnswers, readToEnd, readUntil } from './support/raw-http.ts'
import { launch } from './support/launch.ts'

describe('SIGTERM under load', () => {
  it('ends with 0, and everything that was answered is there', async () => {
    using directory = makeDirectory('sigterm')
    const program = await startProgram('--data', directory.path, '--config', writeCrashConfig(directory.path))
    const traffic = startTraffic(program.issuer)
    await traffic.reach(200)
    expect(await program.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' })
    await traffic.stop()
    expect(traffic.wrong).toEqual([])
    expect(checkIntegrity(directory.path)).toBe('ok')
    expect(existsSync(join(directory.path, 'instance.json'))).toBe(false)
    await using successor = await startProgram('--data', directory.path, '--port', new URL(program.issuer).port)
    expect(await checkPromises(successor.issuer, traffic.promises)).toEqual([])
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('a request that has begun is answered before the end: %s', async (signal) => {
    const program = await startProgram()
    const port = Number(new URL(program.issuer).port)
    const begun = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const socket = await dial({ port })
        socket.write(
          `POST /token HTTP/1.1\r\nHost: localhost:${port}\r\nAuthorization: Basic ${btoa('taxi-finder:taxi-finder-secret')}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 29\r\nExpect: 100-continue\r\n\r\n`,
        )
        // The program has seen the head: it asks for the rest.
        await readUntil(socket, '100 Continue')
        return socket
      }),
    )
    const answers = begun.map(readToEnd)
    const ended = program.kill(signal)
    for (const socket of begun) socket.write('grant_type=client_credentials')
    for (const answer of await Promise.all(answers)) expect(parseAnswers(answer)).toMatchObject([{ status: 200 }])
    expect(await ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('a connection on which nothing happens does not keep it', async () => {
    const program = await startProgram()
    const port = Number(new URL(program.issuer).port)
    const idle = await dial({ port })
    idle.write(`GET /jwks HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`)
    await readUntil(idle, '\r\n\r\n')
    const silent = await dial({ port })
    const ended = Promise.all([readToEnd(idle), readToEnd(silent)])
    expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 })
    await ended
  })
})

describe('a second signal', () => {
  it('ends it at once, though a request has not ended', async () => {
    using process = launch('serve', '--port', '0', '--ui-port', '0', '--ephemeral', '--json')
    const { issuer } = JSON.parse(await process.line()) as { issuer: string }
    const port = Number(new URL(issuer).port)
    const stuck = await dial({ port })
    stuck.write(
      `POST /token HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 29\r\nExpect: 100-continue\r\n\r\n`,
    )
    await readUntil(stuck, '100 Continue')
    const cut = readToEnd(stuck)
    process.child.kill('SIGINT')
    await untilRefused(port)
    process.child.kill('SIGINT')
    expect(await process.exited).toMatchObject({ code: 1, signal: null })
    expect((await cut).toString()).toBe('')
  })
})

describe('a signal before it is ready', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends it tidily, whenever it comes', async (signal) => {
    for (const moment of ['lock', 'file', 'tables'] as const) {
      using directory = makeDirectory('early')
      using process = launch('serve', '--port', '0', '--ui-port', '0', '--data', directory.path, '--json')
      await moments[moment](directory.path)
      process.child.kill(signal)
      const { code, stderr } = await process.exited
      expect({ code, stderr }, moment).toEqual({ code: 0, stderr: '' })
      expect(existsSync(join(directory.path, 'instance.json'))).toBe(false)
      await using next = await startProgram('--data', directory.path)
      expect((await fetch(next.ready.discovery)).status).toBe(200)
    }
  })

  it('kill -9 while the first start writes its seed leaves what the next start completes', async () => {
    for (const moment of ['lock', 'file', 'tables'] as const) {
      using directory = makeDirectory('seeding')
      using process = launch('serve', '--port', '0', '--ui-port', '0', '--data', directory.path, '--json')
      await moments[moment](directory.path)
      process.child.kill('SIGKILL')
      await process.exited
      await using next = await startProgram('--data', directory.path)
      const token = await fetch(`${next.issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('taxi-finder:taxi-finder-secret')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'geocode' }),
      })
      expect(token.status, moment).toBe(200)
      expect(checkIntegrity(directory.path)).toBe('ok')
    }
  })
})

/** What of the data directory is there tells how far the start has come. */
const moments = {
  lock: (directory: string) => untilExists(join(directory, 'valetkey.lock')),
  file: (directory: string) => untilExists(join(directory, 'valetkey.sqlite')),
  tables: (directory: string) => untilExists(join(directory, 'valetkey.sqlite-wal')),
}

async function untilExists(file: string): Promise<void> {
  const bound = performance.now() + 10_000
  while (!existsSync(file)) {
    if (performance.now() > bound) throw new Error(`${file} was never made`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** The program has heard the signal when it takes no new connection. */
async function untilRefused(port: number): Promise<void> {
  const bound = performance.now() + 10_000
  for (;;) {
    const socket = await dial({ port }).catch(() => undefined)
    if (!socket) return
    socket.destroy()
    if (performance.now() > bound) throw new Error('it still takes connections')
  }
}

import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'

import { createRecorder, type RecorderOptions } from '../../electron/core/recorder/create-recorder.ts'
import type { Recorder } from '../../electron/core/recorder/recorder.ts'
import { startProgram } from '../support/program.ts'
import { makeDirectory } from '../support/make-directory.ts'
import { startCore, until } from './support.ts'

const RETENTION = { maxCount: 50_000, maxAge: 3600 }

async function serve(
  options: Partial<RecorderOptions> = {},
  size = 100,
): Promise<{ recorder: Recorder; origin: string }> {
  const recorder = createRecorder({
    file: undefined,
    mount: '',
    retention: RETENTION,
    onProblem: () => undefined,
    ...options,
  })
  const server = createServer(
    recorder.record('http://localhost', (_request, response) => void response.end('x'.repeat(size))),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await recorder.close()
  })
  return { recorder, origin: `http://127.0.0.1:${address.port}` }
}

async function ask(origin: string, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await (await fetch(`${origin}/item${done}`)).text()
}

describe('recording is never in the way:', () => {
  it('an answer is there before anything is stored', async () => {
    const { recorder, origin } = await serve()
    const stored: number[] = []
    recorder.subscribe(({ id }) => stored.push(id))
    await ask(origin, 10)
    expect(stored).toEqual([])
    expect(await recorder.stats()).toMatchObject({ stored: 10 })
  })

  it('answers come while the thread is busy with something large', async () => {
    const core = await startCore()
    await fetch(`${core.issuer}/jwks`).then((response) => response.text())
    await core.recorder.flush()
    // One call after the other, and the thread is busy with all of them until long after the answers.
    const searches = Array.from({ length: 3_000 }, () => core.recorder.page({ limit: 1, search: 'e k' }))
    let busy = true
    void Promise.all(searches).then(() => (busy = false))
    for (let n = 0; n < 10; n += 1) expect((await fetch(`${core.issuer}/jwks`)).status).toBe(200)
    expect(busy).toBe(true)
    await Promise.all(searches)
  })

  it('what is too much is dropped, counted and said, and the rest is stored', async () => {
    const { recorder, origin } = await serve({ mostInFlight: { exchanges: 5, size: 1e9 } })
    await ask(origin, 12)
    const { stored, dropped, recorded } = await recorder.stats()
    expect({ stored, sum: stored + dropped }).toEqual({ stored: recorded, sum: 12 })
    expect(dropped).toBeGreaterThanOrEqual(1)
    // The thread has caught up: there is room again.
    await ask(origin, 3)
    expect(await recorder.stats()).toMatchObject({ stored: stored + 3, dropped })
  })

  it('nor may what waits be too large', async () => {
    const { recorder, origin } = await serve({ mostInFlight: { exchanges: 1e9, size: 5_000 } }, 2_000)
    await ask(origin, 12)
    const { stored, dropped } = await recorder.stats()
    expect(stored + dropped).toBe(12)
    expect(dropped).toBeGreaterThanOrEqual(1)
  })

  it('a request that never ends does not hold up the others', async () => {
    const { recorder, origin } = await serve()
    const controller = new AbortController()
    const endless = fetch(origin, {
      method: 'POST',
      body: new ReadableStream({ pull: () => undefined }),
      duplex: 'half',
      signal: controller.signal,
    } as RequestInit).catch(() => undefined)
    await ask(origin, 3)
    expect((await recorder.stats()).stored).toBeGreaterThanOrEqual(3)
    controller.abort()
    await endless
  })
})

describe('what is kept', () => {
  it('is bounded by count at any time, and what left is counted', async () => {
    const { recorder, origin } = await serve({ retention: { maxCount: 20, maxAge: 3600 } })
    await ask(origin, 50)
    recorder.setRetention({ maxCount: 20, maxAge: 3600 })
    expect(await recorder.stats()).toEqual({ stored: 20, recorded: 50, dropped: 0, expired: 30 })
    const { items } = await recorder.page({ limit: 100 })
    expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => 50 - index))
  })

  it('is bounded by age, which can be changed at run time', async () => {
    const { recorder, origin } = await serve()
    await ask(origin, 5)
    expect((await recorder.stats()).stored).toBe(5)
    recorder.setRetention({ maxCount: 100, maxAge: -10 })
    expect(await recorder.stats()).toMatchObject({ stored: 0, expired: 5 })
    expect((await recorder.page({ limit: 10, search: 'x' })).items).toEqual([])
  })

  it('is what was not removed by a person', async () => {
    const { recorder, origin } = await serve()
    await ask(origin, 5)
    expect(await recorder.remove({ ids: [2, 3, 99] })).toBe(2)
    expect(await recorder.remove({ search: 'item4' })).toBe(1)
    expect(await recorder.stats()).toMatchObject({ stored: 2, recorded: 5, expired: 0 })
    expect(await recorder.remove({})).toBe(2)
    expect(await recorder.get(1)).toBeUndefined()
    await ask(origin, 1)
    expect((await recorder.page({ limit: 10, search: 'x' })).items.map(({ id }) => id)).toEqual([6])
  })
})

describe('the built program', () => {
  const count = (file: string) => {
    const database = new Database(file, { readonly: true })
    try {
      const { n } = database.prepare<[], { n: number }>('SELECT count(*) AS n FROM exchanges').get() ?? { n: -1 }
      return { n, check: database.pragma('integrity_check', { simple: true }) }
    } finally {
      database.close()
    }
  }

  it('has written everything when it ends', async () => {
    const directory = makeDirectory()
    const program = await startProgram('--data', directory)
    await Promise.all(
      Array.from({ length: 200 }, () => fetch(`${program.issuer}/jwks`).then((response) => response.text())),
    )
    expect((await program.kill('SIGTERM')).code).toBe(0)
    expect(existsSync(join(directory, 'traffic.sqlite-wal'))).toBe(false)
    expect(count(join(directory, 'traffic.sqlite'))).toEqual({ n: 200, check: 'ok' })
  })

  it('leaves a readable file when it is killed, and goes on with it', async () => {
    const directory = makeDirectory()
    const program = await startProgram('--data', directory)
    const pouring = Promise.allSettled(
      Array.from({ length: 600 }, () => fetch(`${program.issuer}/jwks`).then((response) => response.text())),
    )
    const file = join(directory, 'traffic.sqlite')
    await until(async () => existsSync(file) && existsSync(`${file}-wal`), Boolean)
    await program.kill('SIGKILL')
    await pouring
    const again = await startProgram('--data', directory)
    await (await fetch(`${again.issuer}/jwks`)).text()
    await again.kill('SIGTERM')
    const { n, check } = count(file)
    expect(check).toBe('ok')
    expect(n).toBeGreaterThan(0)
  })

  it('writes no secret to its output', async () => {
    const directory = makeDirectory()
    const program = await startProgram('--data', directory)
    const secrets = ['taxi-finder-secret', 'top-secret-guess', 'Bearer-shaped-secret']
    await fetch(`${program.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'taxi-finder',
        client_secret: 'top-secret-guess',
      }),
    })
    await fetch(`${program.issuer}/userinfo`, { headers: { authorization: 'Bearer Bearer-shaped-secret' } })
    await fetch(`${program.issuer}/apis/organizer/contacts`, {
      headers: { authorization: 'Bearer Bearer-shaped-secret' },
    })
    await program.kill('SIGTERM')
    for (const secret of secrets) expect(program.output()).not.toContain(secret)
  })
})

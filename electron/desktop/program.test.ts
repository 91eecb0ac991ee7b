import { expect, test, vi } from 'vitest'

import { ValetKeyError } from '#shared/errors.ts'
import { createEventLog } from '#shared/frames/event-log.ts'

import type { Core, CoreOptions } from '../core/create-core.ts'
import { createProgram } from './program.ts'

const ports = { issuer: 4400, screens: 4401 }
const taken = (flag: string) => new ValetKeyError('port_taken', 'as a terminal says it', { detail: { port: 1, flag } })

/** A core that starts when told to; `failures` are thrown by the first starts. */
function createWorld(...failures: readonly unknown[]) {
  const left = [...failures]
  const asked: CoreOptions[] = []
  const close = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const unfollow = vi.fn<() => void>()
  const follow = vi.fn<() => () => void>(() => unfollow)
  const events = createEventLog()
  const createCore = (options: CoreOptions) => {
    asked.push(options)
    if (left.length > 0) return Promise.reject(left.shift() as Error)
    return Promise.resolve({
      program: { state: 'running' },
      call: (name: string, input: unknown) => Promise.resolve({ name, input }),
      follow,
      close,
    } as unknown as Core)
  }
  const findFree = (near: number) => Promise.resolve(near + 2)
  const options = { createCore, dataDirectory: '/data', events, onProblem: () => undefined, findFree }
  return { program: createProgram({ ...options, ports: () => ports }), asked, close, follow, unfollow, events }
}

test('it starts on the preferred ports and data, and answers', async () => {
  const { program, asked } = createWorld()
  expect(program.view).toEqual({ state: 'starting' })
  await program.start()
  expect(asked).toMatchObject([{ dataDirectory: '/data', port: 4400, uiPort: 4401 }])
  expect(program.view.state).toBe('running')
  expect(await program.call('clients.list', {})).toEqual({ name: 'clients.list', input: {} })
})

test('who asks while it starts is answered when it has', async () => {
  const { program } = createWorld()
  const starting = program.start()
  expect(await program.call('clients.list', {})).toBeDefined()
  await starting
})

test.each([
  ['--port', 'issuer', 4400],
  ['--ui-port', 'screens', 4401],
] as const)('a taken port (%s) is said in words of a window, with one that is free', async (flag, which, port) => {
  const { program } = createWorld(taken(flag))
  await program.start()
  expect(program.view).toEqual({
    state: 'failed',
    error: {
      code: 'port_taken',
      message: `Another program has port ${port}. Close that program, or use another port.`,
      detail: { port, free: port + 2, which },
    },
  })
})

test('after a failure it starts on other ports, which count for this once', async () => {
  const { program, asked } = createWorld(taken('--port'))
  await program.start()
  await program.start({ ports: { issuer: 4402, screens: 4401 } })
  expect(program.view.state).toBe('running')
  await program.start()
  expect(asked.map(({ port }) => port)).toEqual([4400, 4402, 4400])
})

test('data that cannot be opened is said in words of a window, and can be set aside', async () => {
  const { program, asked } = createWorld(new ValetKeyError('store_corrupt', 'x', { detail: { file: '/data/x' } }))
  await program.start()
  const message = expect.stringMatching(/^\/data\/x is damaged/) as string
  expect(program.view).toMatchObject({ state: 'failed', error: { code: 'store_corrupt', message } })
  await program.start({ setAside: true })
  expect(asked[1]).toMatchObject({ setAside: true })
})

test('a failure that nobody foresaw is said without its stack', async () => {
  const { program } = createWorld(new TypeError('no such thing'))
  await program.start()
  expect(program.view).toMatchObject({ state: 'failed', error: { code: 'internal' } })
  expect(JSON.stringify(program.view)).not.toContain('program.test')
})

test('what has failed answers nothing', async () => {
  const { program } = createWorld(taken('--port'))
  await program.start()
  await expect(program.call('clients.list', {})).rejects.toMatchObject({ code: 'not_running' })
})

test('the one that runs is closed before the next starts', async () => {
  const { program, asked, close } = createWorld()
  await Promise.all([program.start(), program.start(), program.start()])
  expect(asked).toHaveLength(3)
  expect(close).toHaveBeenCalledTimes(2)
})

test('the core is followed while somebody listens, through each start', async () => {
  const { program, follow, unfollow } = createWorld()
  await program.start()
  expect(follow).not.toHaveBeenCalled()
  program.follow()
  program.follow()
  expect(follow).toHaveBeenCalledOnce()
  await program.start()
  expect(follow).toHaveBeenCalledTimes(2)
  expect(unfollow).toHaveBeenCalledOnce()
  await program.close()
  expect(unfollow).toHaveBeenCalledTimes(2)
})

test('each change of state is an event', async () => {
  const { program, events } = createWorld()
  const names: string[] = []
  events.onAppend(() => names.push(events.readAfter(events.last - 1, 1)?.[0]?.name ?? 'skip'))
  await program.start()
  expect(names).toEqual(['shell.changed', 'skip', 'shell.changed'])
})

test('closed, it waits for what is starting, closes it and starts no more', async () => {
  const { program, asked, close } = createWorld()
  void program.start()
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  await program.close()
  await program.start()
  expect(asked).toHaveLength(1)
  expect(close).toHaveBeenCalledOnce()
  await expect(program.call('clients.list', {})).rejects.toMatchObject({ code: 'not_running' })
})

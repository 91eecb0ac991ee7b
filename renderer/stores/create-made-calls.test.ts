import { expect, test } from 'vitest'

import { ValetKeyError } from '#shared/errors.ts'

import { createMadeCalls, recordCalls } from './create-made-calls.ts'
import { createMemoryBridge } from './support/create-memory-bridge.ts'

test('what a window asks for is noted with what came of it, the newest first', async () => {
  const { bridge } = createMemoryBridge({
    'clients.list': () => ({ items: [] }),
    'users.remove': () => {
      throw new ValetKeyError('not_found', 'There is no user "x".')
    },
  })
  const store = createMadeCalls()
  const recording = recordCalls(bridge, store)
  await recording.call('clients.list', {})
  await expect(recording.call('users.remove', { username: 'x' })).rejects.toThrow('no user')
  await expect(recording.call('shell.get', {})).rejects.toThrow('Nobody answers shell.get')
  expect(
    store.getState().calls.map(({ name, input, outcome, message }) => ({ name, input, outcome, message })),
  ).toEqual([
    { name: 'users.remove', input: { username: 'x' }, outcome: 'failed', message: 'There is no user "x".' },
    { name: 'clients.list', input: {}, outcome: 'done', message: undefined },
  ])
})

test('only the last ones are kept', async () => {
  const { bridge } = createMemoryBridge({ 'clients.list': () => ({ items: [] }) })
  const store = createMadeCalls()
  const recording = recordCalls(bridge, store)
  for (let count = 0; count < 310; count += 1) await recording.call('clients.list', {})
  expect(store.getState().calls).toHaveLength(300)
  expect(store.getState().calls[0]?.id).toBe(310)
})

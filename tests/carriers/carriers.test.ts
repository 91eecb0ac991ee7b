/** One suite over every carrier: what the screens may rely on does not depend on how they are connected. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { SCREEN_CALLS } from '#shared/contract/calls/calls.ts'
import { type Bridge, connectFrames } from '#shared/frames/connect-frames.ts'
import { LARGEST_FRAME } from '#shared/frames/limits.ts'

import { callsToMake } from './support/calls.ts'
import { CARRIERS } from './support/worlds.ts'
import { openWire } from './support/wire.ts'
import type { World } from './support/world.ts'

describe.each(CARRIERS)('over %s', (_carrier, createWorld) => {
  let world: World
  let bridge: Bridge

  beforeAll(async () => {
    world = await createWorld()
    bridge = connectFrames(world.carrier)
    await fetch(world.core.discovery)
    await world.core.recorder.flush()
  })
  afterAll(async () => {
    bridge.close()
    await world[Symbol.asyncDispose]()
  })

  test.each(callsToMake())('$name comes back as the contract says', async ({ name, input, failure }) => {
    const answer = await bridge.call(name, input as never).then(
      (output) => ({ output }),
      (error: unknown) => ({ error }),
    )
    if (failure === undefined) {
      expect(answer).toHaveProperty('output')
      expect(SCREEN_CALLS[name].output.safeParse('output' in answer && answer.output).error).toBeUndefined()
    } else {
      expect(answer).toEqual({ error: expect.objectContaining({ name: 'ValetKeyError', code: failure }) })
    }
  })

  test('an answer is the very one that the core gives', async () => {
    for (const name of ['clients.list', 'users.list', 'settings.get', 'scenarios.list'] as const) {
      expect(await bridge.call(name, {})).toEqual(JSON.parse(JSON.stringify(await world.core.call(name, {}))))
    }
  })

  test('a call with bad input says what is wrong with each member', async () => {
    const call = bridge.call('exchanges.list', { limit: 0, nonsense: true } as object)
    await expect(call).rejects.toMatchObject({
      code: 'invalid',
      detail: { findings: [{ path: 'limit' }, { path: 'nonsense' }] },
    })
  })

  test('calls that are asked at once are each answered with their own', async () => {
    const users = ['alice', 'bob', 'nobody', 'alice', 'bob']
    const answers = await Promise.allSettled(users.map((username) => bridge.call('users.get', { username })))
    const names = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.value.username : 'refused'))
    expect(names).toEqual(['alice', 'bob', 'refused', 'alice', 'bob'])
  })

  test('what is no proper frame is answered by name, and the connection lives on', async () => {
    const wire = await openWire(world.carrier)
    const bad: readonly (readonly [string, object | string])[] = [
      ['bad_frame', 'not JSON at all'],
      ['bad_frame', '"a text"'],
      ['bad_frame', { kind: 'call', id: 'x', name: 'clients.list', input: {} }],
      ['bad_frame', { kind: 'shout' }],
      ['wrong_version', { v: 99, kind: 'call', id: 1, name: 'clients.list', input: {} }],
      ['unknown_call', { kind: 'call', id: 1, name: 'clients.destroyAll', input: {} }],
      ['unknown_call', { kind: 'call', id: 1, name: 'toString', input: {} }],
      ['frame_too_large', 'x'.repeat(LARGEST_FRAME + 1)],
      ['frame_too_large', `{"v":1,"kind":"call","id":1,"name":"clients.get","input":"${'é'.repeat(LARGEST_FRAME)}"}`],
    ]
    for (const [code, frame] of bad) {
      const before = wire.frames.length
      wire.send(frame)
      const { error } = await wire.find('error', (found) => wire.frames.indexOf(found) >= before)
      expect(error.code).toBe(code)
      expect(JSON.stringify(error)).not.toMatch(/node_modules|\.ts:|ZodError/)
    }
    wire.send({ kind: 'call', id: 99, name: 'shell.get', input: {} })
    expect(await wire.find('result')).toMatchObject({ id: 99 })
    wire.close()
  })

  test('as much as a frame may hold goes through', async () => {
    const wire = await openWire(world.carrier)
    const frame = JSON.stringify({ v: 1, kind: 'call', id: 5, name: 'clients.get', input: { client_id: '' } })
    wire.send(frame.replace('""', `"${'€'.repeat(LARGEST_FRAME - frame.length)}"`))
    expect(await wire.find('error')).toMatchObject({ id: 5, error: { code: 'not_found' } })
    wire.close()
  })

  test('nothing went wrong behind anybody’s back', () => {
    expect(world.problems).toEqual([])
  })
})

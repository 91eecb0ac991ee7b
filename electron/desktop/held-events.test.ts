import { expect, test } from 'vitest'

import { createEventLog } from '#shared/frames/event-log.ts'
import { type FrameServer, serveFrames } from '#shared/frames/serve-frames.ts'

import { createHeldEvents, type HeldEvents } from './held-events.ts'

/** Screens that listen, and what they hear of. */
function listen(held: HeldEvents) {
  const urls: string[] = []
  const send = (text: string) => {
    const frame = JSON.parse(text) as { events?: { payload: { url: string } }[] }
    urls.push(...(frame.events ?? []).map(({ payload }) => payload.url))
  }
  const server: FrameServer = serveFrames({ call: () => Promise.resolve({}), events: held.events }, { send })
  server.receive('{"v":1,"kind":"listen"}')
  return { urls, close: server.close }
}

test('what came before the screens listened is told when they do, once', async () => {
  const held = createHeldEvents(createEventLog())
  held.emit('callback.received', { url: 'valetkey://callback?code=a' })
  const first = listen(held)
  await expect.poll(() => first.urls).toEqual(['valetkey://callback?code=a'])
  first.close()
  const second = listen(held)
  held.emit('callback.received', { url: 'valetkey://callback?code=b' })
  await expect.poll(() => second.urls).toEqual(['valetkey://callback?code=b'])
  expect(first.urls).toHaveLength(1)
  second.close()
})

test('what comes after the window was closed waits for the next', async () => {
  const held = createHeldEvents(createEventLog())
  listen(held).close()
  held.emit('callback.received', { url: 'valetkey://callback?code=a' })
  const screens = listen(held)
  await expect.poll(() => screens.urls).toEqual(['valetkey://callback?code=a'])
  screens.close()
})

test('of very many that wait, the last are kept', async () => {
  const held = createHeldEvents(createEventLog())
  for (let code = 1; code <= 100; code += 1) held.emit('callback.received', { url: `valetkey://callback?code=${code}` })
  const screens = listen(held)
  await expect.poll(() => screens.urls.length).toBe(10)
  expect(screens.urls.at(-1)).toBe('valetkey://callback?code=100')
  screens.close()
})

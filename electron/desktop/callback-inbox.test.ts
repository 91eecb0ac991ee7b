import { expect, test } from 'vitest'

import { createEventLog } from '#shared/frames/event-log.ts'
import { type FrameServer, serveFrames } from '#shared/frames/serve-frames.ts'

import { createCallbackInbox } from './callback-inbox.ts'

/** Screens that listen, and what they hear of. */
function listen(inbox: ReturnType<typeof createCallbackInbox>) {
  const urls: string[] = []
  const send = (text: string) => {
    const frame = JSON.parse(text) as { events?: { payload: { url: string } }[] }
    urls.push(...(frame.events ?? []).map(({ payload }) => payload.url))
  }
  const server: FrameServer = serveFrames({ call: () => Promise.resolve({}), events: inbox.events }, { send })
  server.receive('{"v":1,"kind":"listen"}')
  return { urls, close: server.close }
}

test('what came before the screens listened is told when they do, once', async () => {
  const inbox = createCallbackInbox(createEventLog())
  inbox.receive('valetkey://callback?code=a')
  const first = listen(inbox)
  await expect.poll(() => first.urls).toEqual(['valetkey://callback?code=a'])
  first.close()
  const second = listen(inbox)
  inbox.receive('valetkey://callback?code=b')
  await expect.poll(() => second.urls).toEqual(['valetkey://callback?code=b'])
  expect(first.urls).toHaveLength(1)
  second.close()
})

test('what comes after the window was closed waits for the next', async () => {
  const inbox = createCallbackInbox(createEventLog())
  listen(inbox).close()
  inbox.receive('valetkey://callback?code=a')
  const screens = listen(inbox)
  await expect.poll(() => screens.urls).toEqual(['valetkey://callback?code=a'])
  screens.close()
})

test('of very many that wait, the last are kept', async () => {
  const inbox = createCallbackInbox(createEventLog())
  for (let code = 1; code <= 100; code += 1) inbox.receive(`valetkey://callback?code=${code}`)
  const screens = listen(inbox)
  await expect.poll(() => screens.urls.length).toBe(10)
  expect(screens.urls.at(-1)).toBe('valetkey://callback?code=100')
  screens.close()
})

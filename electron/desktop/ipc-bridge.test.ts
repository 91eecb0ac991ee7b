import { expect, test, vi } from 'vitest'

import type { FramePeer } from '#shared/frames/serve-frames.ts'

import { createIpcBridge, type IpcMessage } from './ipc-bridge.ts'
import { TO_PROGRAM, TO_SCREENS } from './ipc-channels.ts'

type Listener = (event: IpcMessage, ...args: unknown[]) => void

/** A page whose process can end, and a program that notes what it is told. */
function createWorld({ trusted = true } = {}) {
  let listener: Listener | undefined
  const sent: unknown[][] = []
  const ends = new Map<string, () => void>()
  const peers: FramePeer[] = []
  const servers: { receive: (text: string) => void; drained: () => void; close: () => void }[] = []
  const onProblem = vi.fn<(message: string) => void>()
  const onIdle = vi.fn<() => void>()
  const bridge = createIpcBridge({
    ipcMain: {
      on: (channel, added) => void (channel === TO_PROGRAM && (listener = added)),
      off: () => void (listener = undefined),
    },
    isTrusted: () => trusted,
    serve(peer) {
      peers.push(peer)
      const server = { receive: vi.fn<() => void>(), drained: vi.fn<() => void>(), close: vi.fn<() => void>() }
      servers.push(server)
      return server
    },
    onProblem,
    onIdle,
  })
  const sender = {
    id: 7,
    isDestroyed: () => false,
    send: (channel: string, ...args: unknown[]) => void (channel === TO_SCREENS && sent.push(args)),
    on: (event: string, end: () => void) => ends.set(event, end),
    once: (event: string, end: () => void) => ends.set(event, end),
  }
  const tell = (...args: unknown[]) => listener?.({ sender, senderFrame: { url: '', parent: null } }, ...args)
  return { bridge, tell, sent, ends, peers, servers, onProblem, onIdle, isListening: () => listener !== undefined }
}

const a1 = { document: 'a', number: 1 }

test('frames go both ways on the connection that they belong to', () => {
  const { tell, sent, peers, servers } = createWorld()
  tell(a1, 'open')
  tell({ ...a1, number: 2 }, 'open')
  tell({ ...a1, number: 2 }, 'frame', 'hello')
  peers[1]?.send('welcome')
  expect(servers[1]?.receive).toHaveBeenCalledExactlyOnceWith('hello')
  expect(servers[0]?.receive).not.toHaveBeenCalled()
  expect(sent).toEqual([[{ document: 'a', number: 2 }, 'frame', 'welcome']])
})

test('a page that is not trusted reaches nobody', () => {
  const { tell, peers, onProblem } = createWorld({ trusted: false })
  tell(a1, 'open')
  expect(peers).toEqual([])
  expect(onProblem).toHaveBeenCalledOnce()
})

test.each([
  ['nothing', []],
  ['an unknown kind', [a1, 'eval', 'x']],
  ['a number as text', [a1, 'frame', 5]],
  ['a name that is none', [{ document: 'a', number: 'one' }, 'open']],
  ['one thing too many', [a1, 'frame', 'x', 'y']],
])('%s is dropped', (_what, args) => {
  const { tell, peers, onProblem } = createWorld()
  tell(...args)
  expect(peers).toEqual([])
  expect(onProblem).toHaveBeenCalledOnce()
})

test('what a page has not taken in yet counts as on its way', () => {
  const { tell, peers, servers } = createWorld()
  tell(a1, 'open')
  peers[0]?.send('12345')
  peers[0]?.send('123')
  expect(peers[0]?.buffered?.()).toBe(8)
  tell(a1, 'read')
  expect(peers[0]?.buffered?.()).toBe(3)
  expect(servers[0]?.drained).toHaveBeenCalledOnce()
})

test('a page that is loaded again has the connections of its earlier self closed', () => {
  const { tell, servers } = createWorld()
  tell(a1, 'open')
  tell({ document: 'b', number: 1 }, 'open')
  expect(servers[0]?.close).toHaveBeenCalledOnce()
  expect(servers[1]?.close).not.toHaveBeenCalled()
})

test('the earlier self of a page is told that it is closed, and not answered', () => {
  const { tell, servers, sent } = createWorld()
  tell(a1, 'open')
  tell({ document: 'b', number: 1 }, 'open')
  tell(a1, 'frame', 'late')
  expect(servers[1]?.receive).not.toHaveBeenCalled()
  expect(sent).toEqual([[a1, 'closed']])
})

test.each(['destroyed', 'render-process-gone'])('a page that is %s has its connections closed', (event) => {
  const { tell, servers, ends } = createWorld()
  tell(a1, 'open')
  ends.get(event)?.()
  expect(servers[0]?.close).toHaveBeenCalledOnce()
})

test('more connections than anyone needs are refused', () => {
  const { tell, peers, sent } = createWorld()
  for (let number = 1; number <= 17; number += 1) tell({ document: 'a', number }, 'open')
  expect(peers).toHaveLength(16)
  expect(sent).toEqual([[{ document: 'a', number: 17 }, 'closed']])
})

test('closed, it listens no more and closes what was open', () => {
  const { bridge, tell, servers, isListening } = createWorld()
  tell(a1, 'open')
  bridge.close()
  expect(isListening()).toBe(false)
  expect(servers[0]?.close).toHaveBeenCalledOnce()
})

test('a page whose last connection has ended is idle', () => {
  const { tell, ends, onIdle } = createWorld()
  tell(a1, 'open')
  tell({ ...a1, number: 2 }, 'open')
  tell(a1, 'close')
  expect(onIdle).not.toHaveBeenCalled()
  tell({ ...a1, number: 2 }, 'close')
  expect(onIdle).toHaveBeenCalledOnce()
  tell({ ...a1, number: 3 }, 'open')
  ends.get('render-process-gone')?.()
  expect(onIdle).toHaveBeenCalledTimes(2)
})

import { expect, test, vi } from 'vitest'

import { closeBeforeQuit, type Quittable } from './quit.ts'

/** An app whose `quit` asks whether it may, as Electron's does. */
function createWorld({ keepsRunning = false, failure }: { keepsRunning?: boolean; failure?: Error } = {}) {
  const handlers = new Map<string, (event: { preventDefault(): void }) => void>()
  const closing = Promise.withResolvers<void>()
  let hasQuit = false
  const app = {
    on: (event: string, handler: (event: { preventDefault(): void }) => void) => handlers.set(event, handler),
    quit() {
      const preventDefault = vi.fn<() => void>()
      handlers.get('before-quit')?.({ preventDefault })
      hasQuit ||= preventDefault.mock.calls.length === 0
    },
  } as Quittable
  const close = vi.fn<() => Promise<void>>(() => closing.promise)
  const onFailure = vi.fn<(failure: unknown) => void>()
  closeBeforeQuit({ app, close, onFailure, keepsRunning: () => keepsRunning })
  const finish = () => (failure ? closing.reject(failure) : closing.resolve())
  const closeWindow = () => handlers.get('window-all-closed')?.({ preventDefault: () => undefined })
  return { app, close, finish, onFailure, closeWindow, hasQuit: () => hasQuit }
}

test('it quits when all is closed, and not before', async () => {
  const { app, close, finish, hasQuit } = createWorld()
  app.quit()
  app.quit()
  expect(close).toHaveBeenCalledOnce()
  expect(hasQuit()).toBe(false)
  finish()
  await vi.waitFor(() => expect(hasQuit()).toBe(true))
  expect(close).toHaveBeenCalledOnce()
})

test('what cannot be closed is said, and it quits all the same', async () => {
  const failure = new Error('disk full')
  const { app, finish, onFailure, hasQuit } = createWorld({ failure })
  app.quit()
  finish()
  await vi.waitFor(() => expect(hasQuit()).toBe(true))
  expect(onFailure).toHaveBeenCalledExactlyOnceWith(failure)
})

test('closing the last window quits, unless the issuer is to go on', () => {
  const quitting = createWorld()
  quitting.closeWindow()
  expect(quitting.close).toHaveBeenCalledOnce()
  const staying = createWorld({ keepsRunning: true })
  staying.closeWindow()
  expect(staying.close).not.toHaveBeenCalled()
})

import { expect, test, vi } from 'vitest'

import { createWindowKeeper } from './window-keeper.ts'

function createWindow({ isMinimized = false } = {}) {
  const listeners = new Map<string, () => void>()
  return {
    isDestroyed: () => false,
    isMinimized: () => isMinimized,
    restore: vi.fn<() => void>(),
    show: vi.fn<() => void>(),
    focus: vi.fn<() => void>(),
    webContents: { focus: vi.fn<() => void>() },
    once: (event: 'closed' | 'show', listener: () => void) => listeners.set(event, listener),
    close: () => listeners.get('closed')?.(),
    /** As it does when its page has painted. */
    appear: () => listeners.get('show')?.(),
  }
}

test('there is one window, which is brought to the front once it has something to show', () => {
  const window = createWindow()
  const open = vi.fn<() => typeof window>(() => window)
  const keeper = createWindowKeeper(open)
  keeper.show()
  keeper.show()
  expect(window.show).not.toHaveBeenCalled()
  window.appear()
  keeper.show()
  expect(open).toHaveBeenCalledOnce()
  expect(window.focus).toHaveBeenCalledOnce()
  expect(window.webContents.focus).toHaveBeenCalledOnce()
  expect(window.restore).not.toHaveBeenCalled()
})

test('one that is minimised comes back', () => {
  const window = createWindow({ isMinimized: true })
  const keeper = createWindowKeeper(() => window)
  keeper.show()
  window.appear()
  keeper.show()
  expect(window.restore).toHaveBeenCalledOnce()
})

test('after it was closed another one is opened', () => {
  const [first, second] = [createWindow(), createWindow()]
  const windows = [first, second]
  const keeper = createWindowKeeper(() => windows.shift() ?? first)
  keeper.show()
  first.close()
  expect(keeper.current).toBeUndefined()
  keeper.show()
  expect(keeper.current).toBe(second)
})

import { expect, test, vi } from 'vitest'

import { createWindowKeeper } from './window-keeper.ts'

function createWindow({ isMinimized = false } = {}) {
  let closed: (() => void) | undefined
  return {
    isDestroyed: () => false,
    isMinimized: () => isMinimized,
    restore: vi.fn<() => void>(),
    show: vi.fn<() => void>(),
    focus: vi.fn<() => void>(),
    webContents: { focus: vi.fn<() => void>() },
    once: (_event: 'closed', listener: () => void) => void (closed = listener),
    close: () => closed?.(),
  }
}

test('there is one window, which is brought to the front', () => {
  const window = createWindow()
  const open = vi.fn<() => typeof window>(() => window)
  const keeper = createWindowKeeper(open)
  keeper.show()
  expect(window.show).not.toHaveBeenCalled()
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

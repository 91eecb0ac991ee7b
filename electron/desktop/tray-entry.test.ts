import { expect, test, vi } from 'vitest'

import { buildTrayMenu, createTrayEntry, type TrayOptions } from './tray-entry.ts'

function createWorld(changes: Partial<TrayOptions> = {}) {
  const handle = { setMenu: vi.fn<() => void>(), destroy: vi.fn<() => void>() }
  const create = vi.fn<() => typeof handle>(() => handle)
  const state = { isWanted: false, issuer: undefined as string | undefined }
  const options: TrayOptions = {
    platform: { create },
    isWanted: () => state.isWanted,
    issuer: () => state.issuer,
    open: vi.fn<() => void>(),
    copy: vi.fn<(text: string) => void>(),
    quit: vi.fn<() => void>(),
    onProblem: vi.fn<(message: string) => void>(),
    ...changes,
  }
  return { options, state, handle, create }
}

test('it comes and goes with the preference', () => {
  const { options, state, handle, create } = createWorld()
  const update = createTrayEntry(options)
  expect(create).not.toHaveBeenCalled()
  state.isWanted = true
  update()
  update()
  expect(create).toHaveBeenCalledOnce()
  expect(handle.setMenu).toHaveBeenCalledTimes(2)
  state.isWanted = false
  update()
  update()
  expect(handle.destroy).toHaveBeenCalledOnce()
})

test('a system on which there can be none says so, and nothing else fails', () => {
  const onProblem = vi.fn<(message: string) => void>()
  const create = () => {
    throw new Error('the icon is missing')
  }
  const { options, state } = createWorld({ platform: { create }, onProblem })
  state.isWanted = true
  createTrayEntry(options)
  expect(onProblem).toHaveBeenCalledExactlyOnceWith('There is no entry in the tray: the icon is missing')
})

test('the issuer’s address can be copied while it runs', () => {
  const { options, state } = createWorld()
  const copy = () => buildTrayMenu(options).find(({ label }) => label?.startsWith('Copy'))
  expect(copy()).toMatchObject({ enabled: false })
  state.issuer = 'http://localhost:4400'
  expect(copy()).toMatchObject({ enabled: true })
  ;(copy()?.click as (() => void) | undefined)?.()
  expect(options.copy).toHaveBeenCalledExactlyOnceWith('http://localhost:4400')
})

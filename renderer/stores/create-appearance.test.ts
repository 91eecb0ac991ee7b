import { describe, expect, it, onTestFinished, vi } from 'vitest'

import type { ShellView, ThemeChoice } from '#shared/contract/calls/shell.ts'

import { createMemory } from './memory.ts'
import { createStores } from './stores.ts'
import { createMemoryBridge } from './support/create-memory-bridge.ts'

const NO_PORTS = { issuer: 4400, screens: 4401 }

function given({ kind, stored, known }: { kind: ShellView['kind']; stored?: string; known?: ThemeChoice }) {
  let theme: ThemeChoice = known ?? 'system'
  const view = () => ({
    preferences: { theme, keepRunning: false, startAtLogin: false, ports: NO_PORTS },
    canStartAtLogin: true,
    portsPending: false,
  })
  const line = createMemoryBridge({
    'shell.get': () => ({ kind, version: '1', platform: 'linux', program: { state: 'starting' } }),
    'preferences.get': view,
    'preferences.change'({ changes }) {
      theme = changes.theme ?? theme
      return view()
    },
  })
  const memory = createMemory(stored === undefined ? {} : { theme: stored })
  const applyTheme = vi.fn<(theme: ThemeChoice) => void>()
  const { appearance, shell } = createStores(line.bridge, { memory, applyTheme, schedule: (work) => work() })
  onTestFinished(() => line.bridge.close())
  return { ...line, appearance, shell, memory, applyTheme, told: () => theme }
}

describe('the choice of light or dark', () => {
  it('is what this browser remembers, before anything was asked', () => {
    const { appearance, applyTheme, asked } = given({ kind: 'headless', stored: 'dark' })
    expect(appearance.getState().theme).toBe('dark')
    expect(applyTheme).toHaveBeenCalledWith('dark')
    expect(asked).toEqual([])
  })

  it('follows the system where nothing, or nonsense, is remembered', () => {
    expect(given({ kind: 'headless' }).appearance.getState().theme).toBe('system')
    expect(given({ kind: 'headless', stored: 'mauve' }).appearance.getState().theme).toBe('system')
  })

  it('is remembered and applied when it is changed, and headless asks nobody', async () => {
    const { appearance, memory, applyTheme, asked, shell } = given({ kind: 'headless' })
    await shell.getState().load()
    appearance.getState().setTheme('light')
    expect(memory.read('theme')).toBe('light')
    expect(applyTheme).toHaveBeenLastCalledWith('light')
    expect(asked).toEqual(['shell.get'])
  })

  it('is told to the desktop app', async () => {
    const { appearance, shell, told } = given({ kind: 'desktop' })
    await shell.getState().load()
    appearance.getState().setTheme('dark')
    await vi.waitFor(() => expect(told()).toBe('dark'))
    expect(appearance.getState().theme).toBe('dark')
  })

  it('is what the desktop app says when it says something else', async () => {
    const { appearance, shell, memory } = given({ kind: 'desktop', stored: 'light', known: 'dark' })
    await shell.getState().load()
    await vi.waitFor(() => expect(appearance.getState().theme).toBe('dark'))
    expect(memory.read('theme')).toBe('dark')
  })
})

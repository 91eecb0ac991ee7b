import { createStore, type StoreApi } from 'zustand/vanilla'

import type { PreferencesView, ShellView, ThemeChoice } from '#shared/contract/calls/shell.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'

import type { Resource } from './create-resource.ts'
import type { Memory } from './memory.ts'
import { loadThemeChoice } from './theme-choice.ts'

export interface AppearanceState {
  readonly theme: ThemeChoice
  readonly setTheme: (theme: ThemeChoice) => void
}

export type AppearanceStore = StoreApi<AppearanceState>

export interface AppearanceOptions {
  readonly bridge: Bridge
  readonly memory: Memory
  readonly shell: Resource<ShellView>
  readonly preferences: Resource<PreferencesView>
  readonly apply: (theme: ThemeChoice) => void
}

/**
 * The choice of light or dark. This browser remembers it so that the first picture is right; on the desktop the
 * program knows it too, for the window's frame and the native menus, and has the last word.
 */
export function createAppearance({ bridge, memory, shell, preferences, apply }: AppearanceOptions): AppearanceStore {
  const isDesktop = () => shell.getState().value?.kind === 'desktop'

  function put(theme: ThemeChoice): void {
    memory.write('theme', theme)
    apply(theme)
    store.setState({ theme })
  }

  async function tellShell(theme: ThemeChoice): Promise<void> {
    try {
      const value = await bridge.call('preferences.change', { changes: { theme } })
      preferences.setState({ value, status: 'ready', error: undefined })
    } catch {
      // The choice holds in this window; the program hears of it with the next one.
    }
  }

  const store = createStore<AppearanceState>()(() => ({
    theme: loadThemeChoice(memory),
    setTheme(theme) {
      put(theme)
      if (isDesktop()) void tellShell(theme)
    },
  }))
  apply(store.getState().theme)
  shell.subscribe(() => isDesktop() && preferences.ensure())
  preferences.subscribe(({ value }, before) => {
    const theme = value?.preferences.theme
    if (theme !== undefined && theme !== before.value?.preferences.theme) put(theme)
  })
  return store
}

import { app, clipboard } from 'electron'

import { describeProgram } from './about.ts'
import { openOutside } from './guard-navigation.ts'
import type { HeldEvents } from './held-events.ts'
import { showMenu } from './menu.ts'
import type { PreferenceStore } from './preferences.ts'
import type { Program } from './program.ts'
import { followThemeChoice } from './theme.ts'
import { createTrayEntry } from './tray-entry.ts'
import { createTray } from './tray.ts'

export interface NativeParts {
  readonly program: Program
  readonly preferences: PreferenceStore
  readonly emit: HeldEvents['emit']
  readonly open: () => void
  readonly onProblem: (message: string) => void
}

/** Menu, tray, theme and about, which follow the preferences and whether the issuer runs. */
export function showNatively({ program, preferences, emit, open, onProblem }: NativeParts): void {
  const running = () => (program.view.state === 'running' ? program.view : undefined)
  const updateMenu = showMenu(() => ({
    isMac: process.platform === 'darwin',
    theme: preferences.get().theme,
    api: running()?.api,
    send(command) {
      open()
      emit('shell.command', { command })
    },
    setTheme: (theme) => change(() => preferences.change({ theme })),
    openOutside,
  }))
  const updateTray = createTrayEntry({
    platform: { create: createTray },
    isWanted: () => preferences.get().keepRunning,
    issuer: () => running()?.issuer,
    open,
    copy: (text) => void clipboard.writeText(text).catch(() => onProblem('The clipboard could not be written.')),
    quit: () => app.quit(),
    onProblem,
  })

  function change(work: () => void): void {
    try {
      work()
    } catch (error) {
      onProblem(error instanceof Error ? error.message : String(error))
    }
  }

  function update(): void {
    updateMenu()
    updateTray()
  }

  describeProgram()
  followThemeChoice(preferences)
  preferences.onChange(update)
  program.onChange(update)
}

import type { ThemeChoice } from '#shared/contract/calls/shell.ts'

import type { Memory } from './memory.ts'

const CHOICES = ['system', 'light', 'dark'] as const satisfies readonly ThemeChoice[]

export function loadThemeChoice(memory: Memory): ThemeChoice {
  const stored = memory.read('theme')
  return CHOICES.find((choice) => choice === stored) ?? 'system'
}

/** Without the attribute the stylesheet follows the system. */
export function applyThemeChoice(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
}

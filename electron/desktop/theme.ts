import { nativeTheme } from 'electron'

import type { PreferenceStore } from './preferences.ts'

/** Menus, dialogs, the window's frame and what the screens hear of the system's choice all follow this. */
export function followThemeChoice(preferences: PreferenceStore): void {
  const apply = () => {
    nativeTheme.themeSource = preferences.get().theme
  }
  apply()
  preferences.onChange(apply)
}

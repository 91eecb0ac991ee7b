import { onOrder } from '../control.ts'
import { createEvents } from '../emitter.ts'
import { isDark, setSystemTheme, setThemeSource, themeSource, type ThemeSource } from '../page/theme.ts'
import { strict } from '../strict.ts'

const events = createEvents('nativeTheme', ['updated'], () => nativeTheme)

export const nativeTheme = strict('nativeTheme', {
  ...events.members,
  get themeSource() {
    return themeSource()
  },
  set themeSource(source: ThemeSource) {
    const before = isDark()
    setThemeSource(source)
    if (isDark() !== before) events.fire('updated', {})
  },
  get shouldUseDarkColors() {
    return isDark()
  },
})

onOrder('change the theme of the system', (dark: boolean) => {
  const before = isDark()
  setSystemTheme(dark)
  if (isDark() !== before) events.fire('updated', {})
})

import { SunMoon } from 'lucide-react'

import type { ThemeChoice } from '#shared/contract/calls/shell.ts'

import { Menu } from '../../components/menu.tsx'
import { useAppearance } from '../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'
import { CHIP_BUTTON_LOOK } from './chip-look.ts'

const words = TEXT.theme
const CHOICES = ['system', 'light', 'dark'] as const satisfies readonly ThemeChoice[]

export function ThemeMenu() {
  const theme = useAppearance((state) => state.theme)
  const setTheme = useAppearance((state) => state.setTheme)
  const items = CHOICES.map((choice) => ({
    id: choice,
    label: words[choice],
    isChecked: choice === theme,
    onSelect: () => setTheme(choice),
  }))

  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={CHIP_BUTTON_LOOK}>
          <SunMoon className="md:hidden" aria-hidden />
          <span className="max-md:sr-only">{words.trigger}</span>
        </button>
      }
      items={items}
    />
  )
}

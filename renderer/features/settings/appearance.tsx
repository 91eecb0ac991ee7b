import { Monitor, Moon, Sun } from 'lucide-react'

import { Segmented } from '../../components/segmented.tsx'
import { Switch } from '../../components/switch.tsx'
import { useAppearance, useLayout } from '../../stores/use-stores.tsx'
import { Section } from './section.tsx'
import { TEXT } from './text.ts'

const words = TEXT.appearance

const THEMES = [
  { value: 'system', label: words.themes.system, icon: <Monitor aria-hidden /> },
  { value: 'light', label: words.themes.light, icon: <Sun aria-hidden /> },
  { value: 'dark', label: words.themes.dark, icon: <Moon aria-hidden /> },
] as const

export function Appearance() {
  const { theme, setTheme } = useAppearance((state) => state)
  const { isNavCollapsed, setNavCollapsed } = useLayout((state) => state)
  return (
    <Section title={TEXT.sections.appearance}>
      <Segmented label={words.theme} value={theme} options={THEMES} onChange={setTheme} />
      <Switch
        label={words.navigation}
        hint={words.navigationHint}
        checked={isNavCollapsed}
        onChange={setNavCollapsed}
      />
      <p className="text-small text-ink-3">{words.motion}</p>
    </Section>
  )
}

import { Database, Info, KeyRound, LifeBuoy, type LucideIcon, Monitor, Palette, ShieldCheck } from 'lucide-react'
import type { ComponentType } from 'react'

import { About } from './about.tsx'
import { Appearance } from './appearance.tsx'
import { Data } from './data.tsx'
import { Desktop } from './desktop.tsx'
import { Help } from './help.tsx'
import { Issuer } from './issuer.tsx'
import { Privacy } from './privacy.tsx'
import type { TEXT } from './text.ts'

interface SettingsSection {
  readonly id: keyof typeof TEXT.sections
  readonly icon: LucideIcon
  readonly Content: ComponentType
  readonly isDesktopOnly?: boolean
}

/** In the order of the list; the first is shown unless the address names another. */
export const SECTIONS: readonly SettingsSection[] = [
  { id: 'appearance', icon: Palette, Content: Appearance },
  { id: 'issuer', icon: KeyRound, Content: Issuer },
  { id: 'data', icon: Database, Content: Data },
  { id: 'desktop', icon: Monitor, Content: Desktop, isDesktopOnly: true },
  { id: 'privacy', icon: ShieldCheck, Content: Privacy },
  { id: 'help', icon: LifeBuoy, Content: Help },
  { id: 'about', icon: Info, Content: About },
]

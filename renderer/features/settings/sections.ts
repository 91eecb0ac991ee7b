import {
  Clock as ClockIcon,
  Database,
  Hourglass,
  Info,
  KeyRound,
  LifeBuoy,
  type LucideIcon,
  Monitor,
  Palette,
  Scale,
  ShieldCheck,
  ToggleRight,
} from 'lucide-react'
import type { ComponentType } from 'react'

import { About } from './about.tsx'
import { Appearance } from './appearance.tsx'
import { Clock } from './clock/clock.tsx'
import { Data } from './data.tsx'
import { Desktop } from './desktop.tsx'
import { Help } from './help.tsx'
import { Issuer } from './issuer.tsx'
import { Privacy } from './privacy.tsx'
import { Features } from './rules/features.tsx'
import { Lifetimes } from './rules/lifetimes.tsx'
import { Policies } from './rules/policies.tsx'
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
  { id: 'lifetimes', icon: Hourglass, Content: Lifetimes },
  { id: 'policies', icon: Scale, Content: Policies },
  { id: 'features', icon: ToggleRight, Content: Features },
  { id: 'clock', icon: ClockIcon, Content: Clock },
  { id: 'data', icon: Database, Content: Data },
  { id: 'desktop', icon: Monitor, Content: Desktop, isDesktopOnly: true },
  { id: 'privacy', icon: ShieldCheck, Content: Privacy },
  { id: 'help', icon: LifeBuoy, Content: Help },
  { id: 'about', icon: Info, Content: About },
]

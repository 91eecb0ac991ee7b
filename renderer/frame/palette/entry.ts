import type { LucideIcon } from 'lucide-react'

import type { Frame } from '../commands/command.ts'

export const ENTRY_GROUPS = [
  'screens',
  'walkthroughs',
  'concepts',
  'actions',
  'settings',
  'applications',
  'apis',
  'users',
  'scenarios',
  'keys',
  'grants',
  'reference',
] as const
export type EntryGroup = (typeof ENTRY_GROUPS)[number]

/** One line of the palette. */
export interface PaletteEntry {
  /** Unique in the palette, and the same tomorrow: what was chosen last is remembered by it. */
  readonly id: string
  readonly group: EntryGroup
  readonly label: string
  readonly isMono?: boolean
  /** Beside the label. */
  readonly hint?: string | undefined
  readonly icon: LucideIcon
  readonly keys?: string | undefined
  /** What it is found by, the most telling first. */
  readonly texts: readonly string[]
  readonly run: (frame: Frame) => void
}

import type { LucideIcon } from 'lucide-react'

import type { ShellCommand } from '#shared/contract/events.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'

import type { Stores } from '../../stores/stores.ts'
import type { FrameStore } from '../frame-store.ts'

/** What a command may use. */
export interface Frame {
  readonly bridge: Bridge
  readonly stores: Stores
  readonly store: FrameStore
  /** Shows another address; the focus goes to its title. */
  readonly go: (address: string) => void
}

/** Something that can be done from anywhere: by the palette, by its keys, or from the native menu. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  /** Any of these runs it. */
  readonly keys?: readonly string[]
  readonly shellCommand?: ShellCommand
  /** What else somebody may type who looks for it. */
  readonly words?: string
  /** Only reached by its keys or the menu; the palette would have nothing to say about it. */
  readonly isHidden?: boolean
  readonly run: (frame: Frame) => void
}

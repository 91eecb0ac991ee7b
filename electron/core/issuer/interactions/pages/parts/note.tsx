import type { ReactNode } from 'react'
import { CheckIcon, InfoIcon, StopIcon, WarnIcon } from './icons.tsx'

const ICONS = { info: InfoIcon, good: CheckIcon, warn: WarnIcon, bad: StopIcon } as const

export interface NoteProps {
  readonly tone: keyof typeof ICONS
  readonly children: ReactNode
  readonly id?: string
  /** `alert` is read out at once, `status` when there is a pause. */
  readonly live?: 'alert' | 'status'
}

export function Note(props: NoteProps) {
  const NoteIcon = ICONS[props.tone]
  return (
    <div className={`note ${props.tone}`} id={props.id} role={props.live}>
      <NoteIcon />
      <div>{props.children}</div>
    </div>
  )
}

/** What went wrong with a form; fields point to it by `aria-describedby`. */
export function ErrorNote(props: { readonly id: string; readonly error: string | undefined }) {
  if (props.error === undefined) return null
  return (
    <Note tone="bad" id={props.id} live="alert">
      {props.error}
    </Note>
  )
}

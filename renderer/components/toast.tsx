import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import { TEXT, type Tone } from './tone.ts'

export interface ToastProps {
  readonly text: ReactNode
  readonly tone?: Tone | undefined
  readonly undo?: (() => void) | undefined
  readonly undoLabel?: string | undefined
  readonly onDismiss: () => void
}

const ICONS = { neutral: Info, accent: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert }

/** One message. The live region that it stands in, and when it goes, are the frame's. */
export function Toast({ text, tone = 'good', undo, undoLabel = 'Undo', onDismiss }: ToastProps) {
  const Icon = ICONS[tone]
  return (
    <div className="animate-appear flex w-[min(24rem,calc(100vw-2rem))] items-start gap-2.5 rounded-card border border-line-strong bg-panel py-2 pr-2 pl-3 shadow-card">
      <Icon className={classNames('mt-1.5 size-4 flex-none', TEXT[tone])} aria-hidden />
      <div className="min-w-0 flex-1 py-1 wrap-anywhere">{text}</div>
      {undo !== undefined && (
        <Button size="small" onClick={undo}>
          {undoLabel}
        </Button>
      )}
      <IconButton label="Dismiss" size="small" icon={<X aria-hidden />} onClick={onDismiss} />
    </div>
  )
}

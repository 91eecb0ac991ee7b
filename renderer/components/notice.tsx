import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { TEXT, type Tone } from './tone.ts'

export interface NoticeProps {
  readonly tone?: Tone | undefined
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly className?: string | undefined
}

const ICONS: Readonly<Record<Tone, LucideIcon>> = {
  neutral: Info,
  accent: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
}

const GROUNDS: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunken inset-ring inset-ring-line',
  accent: 'bg-accent-soft',
  good: 'bg-good-soft',
  warn: 'bg-warn-soft',
  bad: 'bg-bad-soft',
}

export function Notice({ tone = 'accent', title, children, action, className }: NoticeProps) {
  const Icon = ICONS[tone]
  return (
    <div className={classNames('flex min-w-0 gap-2.5 rounded-card px-3 py-2.5', GROUNDS[tone], className)}>
      <Icon className={classNames('mt-px size-4 flex-none', TEXT[tone])} aria-hidden />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div className="text-ink-2">{children}</div>}
        {action !== undefined && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  )
}

import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: ReactNode
  /** Why there is nothing, and what puts something here. */
  readonly text: ReactNode
  readonly action?: ReactNode
}

export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="grid flex-1 place-items-center px-4 py-10">
      <div className="flex max-w-sm flex-col items-center gap-1 text-center">
        {icon !== undefined && (
          <span
            className="mb-2 grid size-10 place-items-center rounded-card bg-accent-soft text-accent [&_svg]:size-5"
            aria-hidden
          >
            {icon}
          </span>
        )}
        <p className="text-large font-semibold wrap-anywhere">{title}</p>
        <div className="wrap-anywhere text-ink-2">{text}</div>
        {action !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
      </div>
    </div>
  )
}

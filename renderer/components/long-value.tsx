import { useRef } from 'react'

import { classNames } from './class-names.ts'
import { useOverflows } from './use-overflows.ts'

export interface LongValueProps {
  readonly children: string
  /** How high it may get. */
  readonly className?: string | undefined
}

/** A value of the protocol: whole as long as it is short, and otherwise scrolled, by keyboard as well. */
export function LongValue({ children, className = 'max-h-40' }: LongValueProps) {
  const box = useRef<HTMLSpanElement>(null)
  const overflows = useOverflows(box)
  return (
    <span
      ref={box}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={overflows ? 0 : undefined}
      className={classNames(
        'block min-w-0 flex-1 overflow-auto rounded-sm font-mono text-small wrap-anywhere focus-visible:-outline-offset-2',
        className,
      )}
    >
      {children}
    </span>
  )
}

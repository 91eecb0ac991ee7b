import { Fragment } from 'react'

export interface KbdProps {
  /** Keys that are pressed together: `['Ctrl', 'K']`. */
  readonly keys: readonly string[]
}

export function Kbd({ keys }: KbdProps) {
  return (
    <span className="inline-flex items-center gap-0.5 whitespace-nowrap">
      {keys.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && <span className="sr-only">+</span>}
          <kbd className="rounded-sm border border-b-2 border-line-strong bg-panel px-1.25 text-tiny text-ink-3">
            {key}
          </kbd>
        </Fragment>
      ))}
    </span>
  )
}

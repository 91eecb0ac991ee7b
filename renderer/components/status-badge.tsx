import { classNames } from './class-names.ts'
import { statusTone } from './status-tone.ts'
import { TINTED } from './tone.ts'

export interface StatusBadgeProps {
  /** Left out while there is no answer. */
  readonly status?: number | undefined
}

export function StatusBadge({ status }: StatusBadgeProps) {
  const look = 'inline-block justify-self-start rounded-sm px-1.75 font-mono text-tiny leading-4.5 font-semibold'
  return (
    <span className={classNames(look, TINTED[statusTone(status)])}>
      {status ?? (
        <>
          <span aria-hidden>···</span>
          <span className="sr-only">no answer yet</span>
        </>
      )}
    </span>
  )
}

import type { ClientUse } from '#shared/contract/calls/uses.ts'

import { formatAgo } from '../../common/format-ago.ts'
import { formatMoment } from '../../common/format-time.ts'
import { TEXT } from './text.ts'

interface LastUsedProps {
  readonly use: ClientUse | undefined
  /** In milliseconds since the epoch. */
  readonly now: number
}

/** When the issuer heard of it last, with or without giving it anything. */
export function LastUsed({ use, now }: LastUsedProps) {
  if (use === undefined) return <span>{TEXT.never}</span>
  return (
    <time dateTime={new Date(use.at).toISOString()} title={formatMoment(use.at)}>
      {TEXT.used(formatAgo(use.at, now))}
    </time>
  )
}

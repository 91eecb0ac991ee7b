import { ChevronRight } from 'lucide-react'

import type { SignInSummary } from '#shared/model/exchange.ts'

import { Badge } from '../../../components/badge.tsx'
import { classNames } from '../../../components/class-names.ts'
import type { GroupEntry } from '../../../stores/traffic/arrange.ts'
import { formatClock } from '../../common/format-time.ts'
import { TEXT } from './text.ts'

const words = TEXT.group

interface GroupRowProps {
  readonly group: GroupEntry
  /** Undefined while it is on its way. */
  readonly summary: SignInSummary | undefined
  readonly nameOf: (client_id: string) => string
}

/** Whose sign-in it is, what came of it, how many exchanges, and when. */
export function GroupRow({ group, summary, nameOf }: GroupRowProps) {
  const { client_id, user, startedAt = 0 } = summary ?? {}
  return (
    <div className="flex h-full min-w-0 items-center gap-2 bg-sunken pr-3 pl-1.5">
      <ChevronRight
        aria-hidden
        className={classNames('size-4 flex-none text-ink-3 transition-transform', group.isOpen && 'rotate-90')}
      />
      <span className="min-w-0 truncate font-semibold">
        {client_id === undefined ? words.unknown : nameOf(client_id)}
        {user !== undefined && <span className="font-normal text-ink-2"> · {user}</span>}
      </span>
      <What group={group} summary={summary} />
      <span className="ml-auto flex-none text-small whitespace-nowrap text-ink-3">
        {words.count(group.count)}
        {startedAt > 0 && <span className="ml-2 font-mono max-sm:hidden">{formatClock(startedAt).slice(0, 8)}</span>}
      </span>
    </div>
  )
}

function What({ group: { failures }, summary }: Pick<GroupRowProps, 'group' | 'summary'>) {
  if (failures > 0) {
    return (
      <Badge tone="bad" className="flex-none">
        {summary?.error === undefined || failures > 1 ? words.failures(failures) : <code>{summary.error}</code>}
      </Badge>
    )
  }
  if (summary === undefined || summary.startedAt === 0) return null
  return (
    <Badge tone={summary.hasTokens ? 'good' : 'neutral'} className="flex-none max-sm:hidden">
      {summary.hasTokens ? words.tokens : words.open}
    </Badge>
  )
}

import { CircleCheck } from 'lucide-react'

import type { ChangePlan } from '#shared/contract/calls/history.ts'

import { Notice } from '../../../components/notice.tsx'
import { ChangedParts } from './changed-parts.tsx'
import { TEXT } from './text.ts'

/** What would change, before it does. */
export function PlanView({ plan }: { readonly plan: ChangePlan }) {
  const { count, parts, restored } = plan
  if (isEmpty(plan)) {
    return (
      <p className="flex items-center gap-2 px-3.5 py-4 text-ink-2">
        <CircleCheck className="size-4 flex-none text-good" aria-hidden />
        {TEXT.nothing}
      </p>
    )
  }
  const ended = describeEnded(plan)
  return (
    <>
      {ended !== '' && (
        <Notice tone="warn" className="m-3">
          {TEXT.ended.text(ended)}
        </Notice>
      )}
      {restored > 0 && (
        <Notice tone="accent" className="m-3">
          {TEXT.restored(restored)}
        </Notice>
      )}
      <ChangedParts parts={parts} count={count} />
    </>
  )
}

export function isEmpty({ count, restored }: ChangePlan): boolean {
  return count === 0 && restored === 0
}

function describeEnded({ ended: { grants, sessions, tokens } }: ChangePlan): string {
  const words = TEXT.ended
  return [
    ...(grants > 0 ? [words.grants(grants)] : []),
    ...(sessions > 0 ? [words.sessions(sessions)] : []),
    ...(tokens > 0 ? [words.tokens(tokens)] : []),
  ].join(', ')
}

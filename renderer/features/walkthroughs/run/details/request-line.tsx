import type { Draft } from '#shared/flows/flow.ts'

import { formatTook } from '../../../common/format-time.ts'
import type { Walk } from '../walk.ts'

export function RequestLine({ walk, draft }: { readonly walk: Walk; readonly draft: Draft }) {
  const { step, stepRun, parties } = walk
  const url = URL.parse(draft.url)
  return (
    <div className="flex flex-wrap items-center gap-x-2 rounded-lg border border-line bg-sunken px-2.75 py-2 font-mono text-small">
      <span className="wrap-anywhere">
        <b className="text-accent">{draft.method}</b> {url?.pathname ?? draft.url}
      </span>
      <span className="text-ink-3">
        {url?.host} · {parties[step.from]} → {parties[step.to]}
        {stepRun.answer !== undefined && stepRun.duration !== undefined && ` · ${formatTook(stepRun.duration)}`}
      </span>
    </div>
  )
}

import type { ReactNode } from 'react'

import type { Walk } from '../walk.ts'

/** What a tab shows: the step's name first, since every tab is about one step. */
export function Panel({ walk: { step, index }, children }: { readonly walk: Walk; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-2.75 px-3.5 py-3">
      <h2 className="text-large font-semibold">
        <span className="text-ink-3">{index + 1}.</span> {step.title}
      </h2>
      {children}
    </div>
  )
}

export function Heading({ children, aside }: { readonly children: ReactNode; readonly aside?: ReactNode }) {
  return (
    <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
      <h3 className="text-small font-semibold">{children}</h3>
      {aside !== undefined && <div className="text-small text-ink-3">{aside}</div>}
    </div>
  )
}

/** Nothing is here, and why. */
export function Blank({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="rounded-card bg-sunken px-3 py-2.5 inset-ring inset-ring-line">
      <p className="font-semibold">{title}</p>
      <div className="text-ink-2">{children}</div>
    </div>
  )
}

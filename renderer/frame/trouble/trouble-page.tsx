import { type ReactNode, useEffect } from 'react'

import { SCREEN_TITLE_ID } from '../../components/screen.tsx'
import { Mark } from '../top-bar/mark.tsx'
import { TEXT } from '../text.ts'

interface TroublePageProps {
  /** Of the window. */
  readonly title: string
  readonly icon: ReactNode
  readonly heading: string
  readonly children: ReactNode
}

/** A whole page, for when there is nothing to show screens of. */
export function TroublePage({ title, icon, heading, children }: TroublePageProps) {
  useEffect(() => {
    document.title = `${title} · ${TEXT.product}`
  }, [title])

  return (
    <div className="grid min-h-dvh grid-rows-[3rem_1fr]">
      <header className="flex items-center border-b border-line bg-panel px-3.5">
        <Mark />
      </header>
      <main className="grid place-items-center px-4 py-8">
        <div className="w-full max-w-lg rounded-xl border border-line bg-panel px-6 py-5 shadow-card">
          <span
            className="mb-3 grid size-10 place-items-center rounded-card bg-accent-soft text-accent [&_svg]:size-5"
            aria-hidden
          >
            {icon}
          </span>
          <h1
            id={SCREEN_TITLE_ID}
            tabIndex={-1}
            className="mb-1.5 text-title font-semibold tracking-tight wrap-anywhere"
          >
            {heading}
          </h1>
          <div className="flex flex-col gap-3 text-ink-2">{children}</div>
        </div>
      </main>
    </div>
  )
}

import { type ReactNode, useEffect } from 'react'
import { classNames } from './class-names.ts'

export interface ScreenProps {
  readonly title: string
  /** Under the title: badges, counts, a few words. */
  readonly tags?: ReactNode
  readonly actions?: ReactNode
  /** Fills the window, and its parts scroll; otherwise the screen scrolls as a whole. */
  readonly isFilling?: boolean | undefined
  readonly children: ReactNode
}

const PRODUCT = 'Valet Key'

/** The frame moves the focus to the title when the place changes. */
export const SCREEN_TITLE_ID = 'screen-title'

export function Screen({ title, tags, actions, isFilling = false, children }: ScreenProps) {
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`
  }, [title])

  return (
    <div className={classNames('flex min-w-0 flex-col', isFilling && 'md:h-full md:min-h-0')}>
      <header className="flex flex-none flex-wrap items-start gap-x-4 gap-y-2 px-4 pt-3.5 pb-2.5">
        <div className="min-w-0 flex-1 basis-56">
          <h1
            id={SCREEN_TITLE_ID}
            tabIndex={-1}
            className="rounded-sm text-title font-semibold tracking-tight wrap-anywhere"
          >
            {title}
          </h1>
          {tags !== undefined && (
            <div className="mt-1 flex flex-wrap items-center gap-1.5 text-small text-ink-3">{tags}</div>
          )}
        </div>
        {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <div className={classNames('flex min-w-0 flex-col gap-3 px-4 pb-4', isFilling && 'md:min-h-0 md:flex-1')}>
        {children}
      </div>
    </div>
  )
}

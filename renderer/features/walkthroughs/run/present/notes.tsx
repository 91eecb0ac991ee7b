import { useRef } from 'react'

import { RichText } from '../../../../components/rich-text.tsx'
import { useOverflows } from '../../../../components/use-overflows.ts'
import { TEXT as RUN_TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { TEXT } from './text.ts'

/** What the one who presents would say; for those who read on their own. */
export function Notes({ walk: { step } }: { readonly walk: Walk }) {
  const { what, goesWrong } = step.teach
  const box = useRef<HTMLElement>(null)
  const overflows = useOverflows(box)
  return (
    <section
      ref={box}
      aria-label={TEXT.notes}
      data-scrolls
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={overflows ? 0 : undefined}
      className="max-h-[45%] flex-none overflow-auto rounded-card border border-line bg-accent-soft px-4 py-3 text-base focus-visible:-outline-offset-2"
    >
      <p>
        <RichText text={what} />
      </p>
      {goesWrong !== undefined && (
        <p className="mt-1.5 text-ink-2">
          <b>{RUN_TEXT.explain.wrong}:</b> <RichText text={goesWrong} />
        </p>
      )}
    </section>
  )
}

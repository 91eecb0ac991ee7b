import type { TimelineFigure as Timeline } from '#shared/teach/concepts/concept.ts'

import { RichText } from '../../../components/rich-text.tsx'
import { SpecLinks } from '../../common/spec-links.tsx'

export function TimelineFigure({ figure: { label, events } }: { readonly figure: Timeline }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {events.map(({ year, title, text, spec }) => (
        <li key={title} className="group grid grid-cols-[4.5rem_1rem_minmax(0,1fr)] gap-x-3">
          <span className="pt-px text-right text-small font-semibold text-ink-3">{year}</span>
          <span aria-hidden className="relative flex justify-center">
            <i className="absolute inset-y-0 w-px bg-line-strong group-first:top-2 group-last:bottom-auto group-last:h-2" />
            <i className="relative mt-1.5 size-2 rounded-full bg-accent ring-3 ring-bg" />
          </span>
          <div className="max-w-[62ch] pb-4 group-last:pb-0">
            <h4 className="font-semibold">
              {title}{' '}
              <span className="text-small font-normal text-ink-3">
                <SpecLinks specs={[spec]} />
              </span>
            </h4>
            <p className="text-ink-2">
              <RichText text={text} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

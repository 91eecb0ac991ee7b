import { ArrowLeft } from 'lucide-react'

import { Button } from '../../../../components/button.tsx'
import { useArrowKeys } from './use-arrow-keys.ts'
import type { Walk } from '../walk.ts'
import { TEXT } from '../../lesson-text.ts'

const words = TEXT.foot

export function LessonFoot({ walk: { index, steps, select } }: { readonly walk: Walk }) {
  const back = index > 0 ? () => select(index - 1) : undefined
  const next = index < steps.length - 1 ? () => select(index + 1) : undefined
  useArrowKeys({ onLeft: back, onRight: next })
  return (
    <footer
      aria-label={words.label}
      className="flex flex-none flex-wrap items-center gap-x-3 gap-y-2 max-md:sticky max-md:bottom-0 max-md:-mx-4 max-md:border-t max-md:border-line max-md:bg-bg max-md:px-4 max-md:py-2"
    >
      <Button icon={<ArrowLeft aria-hidden />} disabled={back === undefined} onClick={back}>
        {words.back}
      </Button>
      <progress
        aria-label={words.progress}
        max={steps.length}
        value={index + 1}
        className="h-1 min-w-16 flex-1 appearance-none overflow-hidden rounded-full bg-line-strong [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line-strong [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-all"
      />
      <output className="text-small text-ink-2" aria-live="polite">
        {words.position(index + 1, steps.length)}
      </output>
      <Button variant="primary" disabled={next === undefined} aria-keyshortcuts="ArrowRight" onClick={next}>
        {words.next}
        <kbd
          aria-hidden
          className="rounded-sm border border-on-accent/50 px-1.25 text-tiny leading-4 font-normal max-md:hidden"
        >
          →
        </kbd>
      </Button>
    </footer>
  )
}

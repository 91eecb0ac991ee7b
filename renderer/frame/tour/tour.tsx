import { X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useEffect, useRef } from 'react'

import { Button } from '../../components/button.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { useLayout } from '../../stores/use-stores.tsx'
import { useFrame } from '../commands/use-frame.tsx'
import { TEXT, type TourStep } from './text.ts'
import { TourRing } from './tour-ring.tsx'
import { useAnchor } from './use-anchor.ts'

const STEPS: readonly TourStep[] = TEXT.steps

/** One step at a time, beside what it speaks of. Everything stays usable meanwhile. */
export function Tour({ step }: { readonly step: number }) {
  const { store } = useFrame()
  const setTourSeen = useLayout((state) => state.setTourSeen)
  const { anchor = '', title = '', text = '' } = STEPS[step] ?? {}
  const rect = useAnchor(anchor)
  const onward = useRef<HTMLButtonElement>(null)
  const isLast = step === STEPS.length - 1
  const show = (next: number | undefined) => store.getState().showTour(next)
  useEffect(() => onward.current?.focus(), [step])

  function end(): void {
    setTourSeen(true)
    show(undefined)
    store.getState().arrive()
  }

  return (
    <Popover.Root open>
      <Popover.Anchor virtualRef={{ current: { getBoundingClientRect: () => rect ?? middle() } }} />
      {rect && <TourRing rect={rect} />}
      <Popover.Portal>
        <Popover.Content
          aria-label={TEXT.label}
          sideOffset={rect ? 12 : -80}
          collisionPadding={12}
          className="animate-appear z-50 w-[min(21rem,calc(100vw-1.5rem))] rounded-card border border-line-strong bg-panel p-3.5 shadow-card focus-visible:outline-none"
          onOpenAutoFocus={(event) => (event.preventDefault(), onward.current?.focus())}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
          onEscapeKeyDown={end}
        >
          <div className="flex items-start gap-2">
            <h2 className="flex-1 font-semibold">{title}</h2>
            <IconButton label={TEXT.close} size="small" icon={<X aria-hidden />} onClick={end} />
          </div>
          <p className="mb-3 text-ink-2">{text}</p>
          <div className="flex items-center gap-2">
            <span className="flex-1 text-small text-ink-3">{TEXT.count(step + 1, STEPS.length)}</span>
            {step > 0 && <Button onClick={() => show(step - 1)}>{TEXT.back}</Button>}
            <Button ref={onward} variant="primary" onClick={isLast ? end : () => show(step + 1)}>
              {isLast ? TEXT.done : TEXT.next}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function middle(): DOMRect {
  return new DOMRect(innerWidth / 2, innerHeight / 2, 0, 0)
}

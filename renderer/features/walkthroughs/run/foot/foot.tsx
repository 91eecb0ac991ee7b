import { ArrowLeft, Ellipsis, Pause } from 'lucide-react'

import { Button } from '../../../../components/button.tsx'
import { IconButton } from '../../../../components/icon-button.tsx'
import { Menu } from '../../../../components/menu.tsx'
import { TEXT } from '../text.ts'
import { countDone, type Walk } from '../walk.ts'
import { useArrowKeys } from './use-arrow-keys.ts'
import { type Play, usePlay } from './use-play.ts'
import { usePrimary } from '../use-primary.ts'

const words = TEXT.foot

export function Foot({ walk }: { readonly walk: Walk }) {
  const { run, index, parties, deeds, select } = walk
  const primary = usePrimary(walk)
  const play = usePlay(walk, primary)
  const isBusy = deeds.isBusy || run.state === 'busy'
  const back = index > 0 ? () => select(index - 1) : undefined
  const next = primary.act !== undefined && !isBusy ? () => void primary.act?.() : undefined
  useArrowKeys({ onLeft: back, onRight: next })
  return (
    <footer
      aria-label={words.label}
      className="flex flex-none flex-wrap items-center gap-x-3 gap-y-2 max-md:sticky max-md:bottom-0 max-md:-mx-4 max-md:border-t max-md:border-line max-md:bg-bg max-md:px-4 max-md:py-2"
    >
      <Button icon={<ArrowLeft aria-hidden />} disabled={back === undefined} onClick={back}>
        {words.back}
      </Button>
      <Progress walk={walk} />
      <Status walk={walk} />
      {play.pace !== undefined && (
        <Button icon={<Pause aria-hidden />} onClick={play.pause}>
          {words.pause}
        </Button>
      )}
      <More walk={walk} play={play} />
      {run.state === 'waiting' && run.choice.issuer === undefined && (
        <Button isBusy={deeds.isBusy} onClick={() => void deeds.answer()}>
          {words.answerFor(parties.user)}
        </Button>
      )}
      <Button
        variant="primary"
        isBusy={isBusy && run.state !== 'waiting'}
        disabled={primary.act === undefined}
        aria-keyshortcuts="ArrowRight"
        onClick={next}
      >
        {primary.label}
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

function Progress({ walk: { run } }: { readonly walk: Walk }) {
  return (
    <progress
      aria-label={words.progress}
      max={run.steps.length}
      value={countDone(run)}
      className="h-1 min-w-16 flex-1 appearance-none overflow-hidden rounded-full bg-line-strong [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line-strong [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-all"
    />
  )
}

function Status({ walk }: { readonly walk: Walk }) {
  return (
    <output className="text-small text-ink-2" aria-live="polite">
      {statusOf(walk)}
    </output>
  )
}

function statusOf({ run, steps, index, isLive, parties, deeds }: Walk): string {
  switch (run.state) {
    case 'waiting':
      return run.choice.issuer === undefined ? words.waiting(parties.user) : words.waitingAt(parties.issuer)
    case 'busy':
      return words.busy
    case 'stopped':
      return words.stopped(steps[run.position]?.title ?? '')
    case 'cancelled':
      return words.cancelled
    case 'done':
      return words.done
    case 'ready':
      return isLive || deeds.isBusy ? '' : words.lookingBack(index + 1)
  }
}

function More({ walk, play }: { readonly walk: Walk; readonly play: Play }) {
  const { run, index, step, deeds, select } = walk
  const isOver = run.state === 'done' || run.state === 'cancelled'
  const runTo = (id: string | undefined) => void deeds.runTo(id).then(() => select(undefined))
  return (
    <Menu
      align="end"
      trigger={<IconButton label={words.more} variant="secondary" tooltipSide="top" icon={<Ellipsis aria-hidden />} />}
      items={[
        {
          id: 'here',
          label: words.runToHere,
          isDisabled: isOver || index <= run.position,
          onSelect: () => runTo(step.id),
        },
        { id: 'all', label: words.runAll, isDisabled: isOver, onSelect: () => runTo(undefined) },
        'separator',
        { id: 'play', heading: words.play },
        { id: 'slow', label: words.slow, isDisabled: isOver, onSelect: () => play.start(6000) },
        { id: 'steady', label: words.steady, isDisabled: isOver, onSelect: () => play.start(3000) },
        { id: 'fast', label: words.fast, isDisabled: isOver, onSelect: () => play.start(1000) },
        'separator',
        { id: 'cancel', label: words.cancel, isDisabled: isOver, onSelect: () => void deeds.cancel() },
      ]}
    />
  )
}

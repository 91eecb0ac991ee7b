import { isAnswerOf, stepOfMessage } from '#shared/sequence/build-sequence.ts'
import { TEXT as RUN_TEXT } from '../text.ts'
import { usePrimary } from '../use-primary.ts'
import { isOver, type Walk } from '../walk.ts'
import { detailOf, type Page, pageAfter, pageBefore, pageOf } from './turn-page.ts'

/** What the keys and the bar do: turn to a page that is there, or take the step that makes the next one. */
export function usePages(walk: Walk) {
  const { run, steps, deeds, select } = walk
  const primary = usePrimary(walk, { isThorough: true })
  const page = pageOf(walk)
  const [before, after] = [pageBefore(run, page), pageAfter(run, page)]
  const isBusy = deeds.isBusy || run.state === 'busy'
  const canAnswer = run.state === 'waiting' && walk.isLive
  const nextIsAnswer = canAnswer && after === undefined && primary.act === undefined
  const isLast = after === undefined && isOver(run)

  function turnTo(to: Page | undefined): void {
    if (to === undefined) return
    const detail = detailOf(to, run)
    select(to.index === run.position && detail === undefined ? undefined : to.index, detail)
  }

  function answer(): void {
    if (canAnswer && !isBusy) void deeds.answer()
  }

  return {
    isBusy,
    isFirst: before === undefined,
    isLast,
    canAnswer,
    /** A clicker has no key for answering. */
    nextIsAnswer,
    nextLabel: after === undefined ? primary.label : RUN_TEXT.foot.next,
    next(): void {
      if (isBusy || isLast) return
      if (after !== undefined) return turnTo(after)
      if (nextIsAnswer) return answer()
      void primary.act?.()
    },
    back: () => turnTo(before),
    first: () => select(0),
    last: () => select(undefined),
    answer,
    selectMessage(id: string): void {
      const index = steps.findIndex((one) => one.id === stepOfMessage(id))
      turnTo({ index, half: isAnswerOf(id) ? 'response' : 'request' })
    },
  }
}

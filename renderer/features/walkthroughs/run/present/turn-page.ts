/** A presentation shows one thing at a time: of a request that was answered, first what was sent, then what came. */
import type { FlowRun, StepRun } from '#shared/model/flow-run.ts'

import { type Detail, firstDetail, liveIndex, type Walk } from '../walk.ts'

export type Half = 'request' | 'response'

export interface Page {
  readonly index: number
  readonly half: Half
}

export function pageOf({ index, step, stepRun, detail }: Pick<Walk, 'index' | 'step' | 'stepRun' | 'detail'>): Page {
  if (!hasTwo(stepRun)) return { index, half: firstDetail(step, stepRun) === 'response' ? 'response' : 'request' }
  return { index, half: detail === 'request' ? 'request' : 'response' }
}

/** Undefined at the first page. */
export function pageBefore(run: Pick<FlowRun, 'position' | 'steps'>, page: Page): Page | undefined {
  const pages = listPages(run)
  const at = find(pages, page)
  return at === -1 ? pages.findLast(({ index }) => index < page.index) : pages[at - 1]
}

/** Undefined at the last page that there is by now: what comes next has to be done first. */
export function pageAfter(run: Pick<FlowRun, 'position' | 'steps'>, page: Page): Page | undefined {
  const pages = listPages(run)
  const at = find(pages, page)
  return at === -1 ? undefined : pages[at + 1]
}

/** How the walk is told to look at a page; undefined leaves the choice to it. */
export function detailOf({ index, half }: Page, { steps }: Pick<FlowRun, 'steps'>): Detail | undefined {
  const stepRun = steps[index]
  return stepRun !== undefined && hasTwo(stepRun) ? half : undefined
}

function listPages(run: Pick<FlowRun, 'position' | 'steps'>): readonly Page[] {
  return run.steps.slice(0, liveIndex(run) + 1).flatMap((stepRun, index): readonly Page[] => {
    if (hasTwo(stepRun)) {
      return [
        { index, half: 'request' },
        { index, half: 'response' },
      ]
    }
    return [{ index, half: stepRun.state === 'current' ? 'request' : 'response' }]
  })
}

/** Where a step has one page, there is no other half to look for. */
function find(pages: readonly Page[], { index, half }: Page): number {
  const exact = pages.findIndex((page) => page.index === index && page.half === half)
  return exact === -1 ? pages.findIndex((page) => page.index === index) : exact
}

function hasTwo({ draft, answer }: StepRun): boolean {
  return draft !== undefined && answer !== undefined
}

import type { FlowRun, StepRun } from '#shared/model/flow-run.ts'

import type { Core } from '../../core/create-core.ts'

/** To the end, or as far as it goes; each step is told as soon as everything that belongs to it is there. */
export async function walk(
  call: Core['call'],
  first: FlowRun,
  onSteps: (run: FlowRun, steps: readonly StepRun[]) => Promise<void> | void,
): Promise<FlowRun> {
  let run = first
  let told = 0
  while (isGoing(run)) {
    run = await call('runs.runTo', { id: run.id, step: run.steps[run.position + 1]?.id, answer: true })
    // While the browser is away, what it sends is still being added to the steps before.
    const over = run.state === 'waiting' && run.browserAddress !== undefined ? told : countOver(run)
    if (over > told) await onSteps(run, run.steps.slice(told, over))
    told = Math.max(told, over)
  }
  return run
}

function isGoing({ state, position, steps }: FlowRun): boolean {
  return (state === 'ready' || state === 'waiting') && position < steps.length
}

/** The step at which it stopped is over, too. */
function countOver({ state, position, steps }: FlowRun): number {
  const isAtFailed = state === 'stopped' && position < steps.length
  return position + (isAtFailed ? 1 : 0)
}

import type { FlowRun, StepRun } from '#shared/model/flow-run.ts'

import type { Core } from '../../core/create-core.ts'
import { awaitBrowser } from './await-browser.ts'

interface Listener {
  /** Told of each step as soon as everything that belongs to it is there. */
  readonly onSteps: (run: FlowRun, steps: readonly StepRun[]) => Promise<void> | void
  /** A person has to go there; the walk waits for them. */
  readonly onBrowser: (address: string) => void
}

/** To the end, or as far as it goes. */
export async function walk(core: Core, first: FlowRun, { onSteps, onBrowser }: Listener): Promise<FlowRun> {
  let run = first
  let told = 0

  async function tell(over: number): Promise<void> {
    if (over > told) await onSteps(run, run.steps.slice(told, over))
    told = Math.max(told, over)
  }

  while (isGoing(run)) {
    run = await core.call('runs.runTo', { id: run.id, step: run.steps[run.position + 1]?.id, answer: true })
    const address = run.state === 'waiting' ? run.browserAddress : undefined
    // While the browser is away, what it sends is still being added to the steps before.
    if (address === undefined) await tell(countOver(run))
    else if (run.choice.issuer !== undefined) {
      onBrowser(address)
      run = await awaitBrowser(core, run.id)
      if (!isGoing(run)) await tell(countOver(run))
    }
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

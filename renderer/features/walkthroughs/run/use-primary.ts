import { hasResult, isWorthALook, type Walk } from './walk.ts'
import { TEXT } from './text.ts'

export interface Primary {
  readonly label: string
  /** Undefined while there is nothing to do: the browser is with the person. */
  readonly act: (() => Promise<void>) | undefined
}

const words = TEXT.foot

interface PrimaryOptions {
  /** Whatever came of a step is looked at before the next one, also what the application made by itself. */
  readonly isThorough?: boolean
}

/** What "next" is, here and now. */
export function usePrimary(walk: Walk, options: PrimaryOptions = {}): Primary {
  const { run, index, step, isLive, select } = walk
  if (index < run.position && index < run.steps.length - 1) {
    return { label: words.next, act: async () => select(index + 1 === run.position ? undefined : index + 1) }
  }
  if (run.state === 'done' || run.state === 'cancelled') return { label: words.restart, act: () => restart(walk) }
  if (!isLive) return { label: words.toNow, act: async () => select(undefined) }
  if (run.state === 'waiting' && !canGoOn(walk)) return { label: words.next, act: undefined }
  if (run.state === 'busy') return { label: words.next, act: undefined }
  const isSent = step.kind === 'call' || step.kind === 'browser'
  if (run.state === 'stopped') return { label: isSent ? words.sendAgain : words.again, act: () => take(walk, options) }
  return { label: isSent ? words.send : words.next, act: () => take(walk, options) }
}

/** Where nobody is sent back, the client may ask before the person has answered. */
function canGoOn({ steps, run }: Walk): boolean {
  const rest = steps.slice(run.position)
  const next = rest.findIndex(({ kind }) => kind !== 'person')
  return next > -1 && rest[next]?.kind !== 'arrival'
}

export async function restart({ deeds, select }: Walk): Promise<void> {
  await deeds.restart()
  select(undefined)
}

/** What comes of a step is shown before the next one is. */
async function take({ run, steps, deeds, hold, select }: Walk, { isThorough = false }: PrimaryOptions): Promise<void> {
  hold()
  const after = await deeds.next()
  if (after === undefined) return select(undefined)
  const taken = after.state === 'stopped' ? after.position : run.position
  const [step, stepRun] = [steps[taken], after.steps[taken]]
  const isLookedAt =
    step !== undefined && stepRun !== undefined && (isWorthALook(step, stepRun) || (isThorough && hasResult(stepRun)))
  const stays = isLookedAt && after.state !== 'waiting'
  select(stays && taken < after.position ? taken : undefined)
}

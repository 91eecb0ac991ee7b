/** Step after step, as far as it goes without a person, or with the playground in the person's place. */
import { setTimeout as pause } from 'node:timers/promises'

import type { FlowRun } from '#shared/model/flow-run.ts'

export interface Drive {
  read(): FlowRun
  /** The index of the step before which it ends. */
  readonly end: number
  take(): Promise<void>
  /** Left out: at a page it ends, and a person goes on. */
  readonly answer: (() => Promise<void>) | undefined
  readonly signal: AbortSignal
}

export async function runTo({ read, end, take, answer, signal }: Drive): Promise<void> {
  // What it stopped at before is tried once more; what it stops at now ends it.
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    const { state, position, browserAddress, steps } = read()
    if (position >= end || (state !== 'ready' && state !== 'waiting' && !(isFirst && state === 'stopped'))) return
    if (browserAddress !== undefined) {
      if (!answer) return
      await answer()
      continue
    }
    const again = steps[position]?.again
    if (again && !(await waited(again.after, signal))) return
    await take()
  }
}

async function waited(seconds: number, signal: AbortSignal): Promise<boolean> {
  return pause(seconds * 1000, true, { signal, ref: false }).catch(() => false)
}

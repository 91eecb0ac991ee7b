import { createInterface } from 'node:readline'

import { ValetKeyError } from '#shared/errors.ts'
import { createEventLog } from '#shared/frames/event-log.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import type { Core } from '../../core/create-core.ts'

/**
 * Resolves once the run waits for its browser no more: it has come back, the run was cancelled, or its time is up. Where
 * nobody is sent back, as on a device, a line on standard input says that the person is done.
 */
export async function awaitBrowser({ call, follow }: Pick<Core, 'call' | 'follow'>, id: string): Promise<FlowRun> {
  const events = createEventLog()
  const stop = follow(events)
  const input = createInterface({ input: process.stdin })
  let isDone = false
  let wake: () => void = () => undefined
  events.onAppend(() => wake())
  input.on('line', () => {
    isDone = true
    wake()
  })
  try {
    for (;;) {
      const seen = events.last
      if (isDone) await goOn(call, id)
      const run = await call('runs.get', { id })
      isDone = false
      if (run.state !== 'waiting' && run.state !== 'busy') return run
      await new Promise<void>((resolve) => {
        wake = resolve
        if (events.last !== seen || isDone) resolve()
      })
    }
  } finally {
    input.close()
    stop()
  }
}

async function goOn(call: Core['call'], id: string): Promise<void> {
  try {
    await call('runs.next', { id })
  } catch (error) {
    // It waits for an answer that comes by the browser alone.
    if (!(error instanceof ValetKeyError) || error.code !== 'conflict') throw error
    process.stderr.write(`${error.message}\n`)
  }
}

import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/**
 * Between "as important as all else" (0) and "only when nothing else wants to run" (19): a third of the share of a thread
 * that answers. Less, and on a machine that is busy with other things too nobody could follow the traffic any more.
 */
const LOWER = 5

/**
 * Where processors are few, a recorder at full speed takes time away from the answers that it records. Linux knows a
 * priority for each thread; elsewhere it is the whole process's, and is left alone.
 */
export function yieldToAnswers(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), LOWER)
  } catch {
    // A container may forbid it or hide /proc: then the recorder is as important as all else.
  }
}

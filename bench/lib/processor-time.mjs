// What a process has used so far, from Linux's own books; undefined elsewhere.
import { readdirSync, readFileSync } from 'node:fs'

/**
 * Milliseconds. `main` is the thread that answers; `all` counts the recorder's, the garbage collector's and the rest.
 *
 * @param {number} pid
 * @returns {{ main: number, all: number } | undefined}
 */
export function processorTime(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    return { main: threadTime(pid, pid), all: threads.reduce((sum, thread) => sum + threadTime(pid, thread), 0) }
  } catch {
    return undefined
  }
}

/**
 * @param {number} pid
 * @param {number | string} thread
 */
function threadTime(pid, thread) {
  return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

/**
 * Megabytes.
 *
 * @param {number} pid
 */
export function residentMemory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

const CALM = 8
const LOOK = 100

/**
 * Resolves when a process has nearly stopped working: the recorder is still writing when the last answer has come, and
 * whoever is measured next should not pay for it. Says how long that took, in seconds.
 *
 * @param {readonly number[]} pids
 */
export async function untilIdle(pids) {
  const begin = performance.now()
  for (let before = total(pids); ;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK))
    const now = total(pids)
    if (now - before < CALM * pids.length || performance.now() - begin > 60_000) break
    before = now
  }
  return Math.max(0, (performance.now() - begin - LOOK) / 1000)
}

/** @param {readonly number[]} pids */
function total(pids) {
  return pids.reduce((sum, pid) => sum + (processorTime(pid)?.all ?? 0), 0)
}

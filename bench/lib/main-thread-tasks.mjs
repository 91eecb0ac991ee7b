// How long a page kept its main thread, from Chromium's own trace; the browser's observer tells only what took 50 ms.
const CATEGORIES = ['disabled-by-default-devtools.timeline', '__metadata']

/**
 * The longest task of a page's main thread while something was done, and all of them together, in milliseconds: as a person waits for it, and
 * in time of the processor, which other programs on the machine disturb less.
 *
 * @param {import('playwright').Page} tab
 * @param {() => Promise<unknown>} act
 */
export async function watchMainThread(tab, act) {
  const browser = tab.context().browser()
  if (browser === null) throw new Error('the tab has no browser')
  await browser.startTracing(tab, { categories: CATEGORIES })
  const trace = await act().then(
    () => browser.stopTracing(),
    async (failure) => {
      await browser.stopTracing()
      throw failure
    },
  )
  return summarize(JSON.parse(trace.toString()).traceEvents)
}

/**
 * @typedef {{ milliseconds: number, processor: number, together: number }} Task
 * @typedef {{ name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args?: { name?: string } }} TraceEvent
 */

/**
 * @param {readonly TraceEvent[]} events
 * @returns {Task} `together` is time of the processor
 */
function summarize(events) {
  const threadOf = (/** @type {TraceEvent} */ { pid, tid }) => `${pid} ${tid}`
  const named = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const mains = new Set(named.map(threadOf))
  const tasks = events.filter((event) => event.ph === 'X' && event.name === 'RunTask' && mains.has(threadOf(event)))
  if (tasks.length === 0) throw new Error('the trace names no task of a page')
  return {
    milliseconds: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    processor: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
    together: tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
  }
}

// Exchanges that pour into Traffic while somebody looks at it, with a hundred thousand in the list already.
import { watchMainThread } from '../lib/main-thread-tasks.mjs'
import { buildRow } from '../lib/rows.mjs'
import { openPlace, withScreens } from '../lib/screens.mjs'
import { fill } from './filled.mjs'

const ROWS = 100_000
const PER_SECOND = 500
const SECONDS = 60
const QUICK_SECONDS = 10
const TICK = 50
const PROMISED_TASK = 100
const ROW = '[role=listbox][aria-multiselectable] [role=option]'

export const pouring = {
  name: 'screens-pouring',
  /** @param {import('../lib/options.mjs').Options} options */
  async run({ program, quick }) {
    const rows = quick ? ROWS / 10 : ROWS
    const seconds = quick ? QUICK_SECONDS : SECONDS
    return withScreens({ program, from: fill(0, rows) }, async (screens) => {
      const tab = await openPlace(screens, '/traffic')
      await tab.locator(ROW).first().waitFor()
      await pour(screens.issuer, 2)
      let sent = Number.NaN
      const begun = performance.now()
      const task = await watchMainThread(tab, async () => {
        sent = await pour(screens.issuer, seconds)
        await tab.waitForFunction(
          ({ selector, least }) => Number(document.querySelector(selector)?.getAttribute('aria-setsize')) >= least,
          { selector: ROW, least: rows + sent },
        )
      })
      const took = (performance.now() - begun) / 1000
      const what = `screens, ${PER_SECOND} exchanges a second for ${seconds} s`
      const promise = (/** @type {number} */ ours) => ({
        unit: 'ms',
        against: 'the promise',
        reach: { atMost: 1 },
        pairs: [{ ours, peer: PROMISED_TASK }],
      })
      return {
        rows: [
          buildRow({
            what: `${what}, shown`,
            unit: '/s',
            against: 'those that were sent',
            pairs: [{ ours: sent / took, peer: PER_SECOND }],
          }),
          buildRow({ what: `${what}, longest task`, ...promise(task.milliseconds) }),
          buildRow({ what: `${what}, longest task, processor`, ...promise(task.processor) }),
        ],
        rounds: { sent, seconds: took, ...task },
      }
    })
  },
}

/** As many as are due, at every tick; how many were sent. @param {string} issuer @param {number} seconds */
async function pour(issuer, seconds) {
  const begun = performance.now()
  let sent = 0
  while (performance.now() - begun < seconds * 1000) {
    const due = Math.min(seconds, (performance.now() - begun) / 1000) * PER_SECOND
    const requests = []
    for (; sent < due; sent += 1) requests.push(ask(`${issuer}/.well-known/openid-configuration?number=${sent}`))
    await Promise.all([...requests, new Promise((resolve) => setTimeout(resolve, TICK))])
  }
  return sent
}

/** @param {string} url */
async function ask(url) {
  await (await fetch(url)).arrayBuffer()
}

// A press on "Next step" to the painted answer, over the steps of code + PKCE, less what the HTTP exchange itself took.
import { buildRow } from '../lib/rows.mjs'
import { median } from '../lib/statistics.mjs'
import { openPlace, withScreens } from '../lib/screens.mjs'

const PROMISED = 100
const FLOW = 'authorization-code-pkce'
const CHOICE = {
  client_id: 'my-todos',
  api: 'https://organizer.test/api',
  scope: ['read:tasks'],
  layers: ['openid', 'iss'],
  user: 'alice',
}

export const walking = {
  name: 'screens-walking',
  /** @param {import('../lib/options.mjs').Options} options */
  async run({ program, rounds }) {
    return withScreens({ program }, async (screens) => {
      const call = createCall(screens.address)
      const tab = await openPlace(screens, '/walkthroughs')
      await walk(tab, call)
      /** @type {Press[]} */
      const measured = []
      for (let round = 0; round < Math.max(Math.ceil(rounds / 3), 3); round += 1)
        measured.push(...(await walk(tab, call)))
      const pairs = measured.map(({ milliseconds, exchange }) => ({ ours: milliseconds - exchange, peer: PROMISED }))
      const steps = Map.groupBy(measured, ({ step }) => step)
      const worst = Math.max(
        ...[...steps.values()].map((presses) => median(presses.map((one) => one.milliseconds - one.exchange))),
      )
      const promise = { unit: 'ms', against: 'the promise', reach: { atMost: 1 } }
      return {
        rows: [
          buildRow({ what: 'screens, a step of a walkthrough, less its exchange', ...promise, pairs }),
          buildRow({
            what: 'the same, the step that takes longest',
            ...promise,
            pairs: [{ ours: worst, peer: PROMISED }],
          }),
        ],
        rounds: measured,
      }
    })
  },
}

/**
 * @typedef {{ step: string, milliseconds: number, exchange: number }} Press
 * @typedef {(method: string, path: string, body?: object) => Promise<any>} Call
 */

/** The management API, with the token of the screens. @param {string} address @returns {Call} */
function createCall(address) {
  const { origin, hash } = new URL(address)
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? ''
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`)
    return await answer.json()
  }
}

/**
 * A whole run, press by press. What a person does on the issuer's pages is nobody's speed, so it is left out.
 *
 * @param {import('playwright').Page} tab
 * @param {Call} call
 */
async function walk(tab, call) {
  const { id } = await call('POST', `/runs?flow=${FLOW}`, CHOICE)
  await tab.evaluate((path) => {
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/walkthroughs/${FLOW}/${id}`)
  await tab.locator('footer button').first().waitFor()
  /** @type {Press[]} */
  const presses = []
  for (;;) {
    const before = await call('GET', `/runs/${id}`)
    if (before.state === 'done') return presses
    if (before.state === 'waiting') {
      await call('POST', `/runs/${id}/answer`)
      await tab.locator('footer output').filter({ hasNotText: 'Waiting' }).waitFor({ state: 'attached' })
      continue
    }
    const milliseconds = await press(tab)
    const after = await call('GET', `/runs/${id}`)
    const step = before.steps[before.position]
    // A press that only looks at the next step takes none.
    if (after.position > before.position && after.state !== 'waiting') {
      presses.push({ step: step.id, milliseconds, exchange: await exchangeTime(call, after.steps[before.position]) })
    }
  }
}

/** What the issuer or the API took to answer, as it was recorded. @param {Call} call @param {{ exchanges: number[] }} step */
async function exchangeTime(call, { exchanges }) {
  const found = await Promise.all(exchanges.map((id) => call('GET', `/exchanges/${id}`)))
  return found.reduce((sum, exchange) => sum + ((exchange.value ?? exchange).duration ?? 0), 0)
}

/**
 * To the frame after the one in which the foot is idle again and another thing is looked at.
 *
 * @param {import('playwright').Page} tab
 * @returns {Promise<number>}
 */
async function press(tab) {
  return tab.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () =>
          ['[role=tabpanel] h2', '[role=tab][aria-selected=true]', 'footer output']
            .map((selector) => document.querySelector(selector)?.textContent ?? '')
            .join('|')
        const before = look()
        const button = [...document.querySelectorAll('footer button')].at(-1)
        const begun = performance.now()
        const follow = () => {
          const isThere = look() !== before && document.querySelector('footer [aria-busy=true]') === null
          // A frame that is painted has begun before the next one does.
          requestAnimationFrame(isThere ? () => resolve(performance.now() - begun) : follow)
        }
        if (button instanceof HTMLElement) button.click()
        requestAnimationFrame(follow)
      }),
  )
}

// The screens: what is loaded before the first of them, and how soon it is there; changing between them; a long list.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BUDGET } from '../../scripts/build/initial-size.mjs'
import { watchMainThread } from '../lib/main-thread-tasks.mjs'
import { buildRow } from '../lib/rows.mjs'
import { median } from '../lib/statistics.mjs'
import { FRAME, openPlace, withScreens } from '../lib/screens.mjs'
import { fill } from './filled.mjs'
import { pouring } from './screens-pouring.mjs'
import { scrolling } from './screens-scrolling.mjs'
import { walking } from './screens-walking.mjs'

const PROMISED_PAINT = 1000
const PROMISED_TASK = 100
const LEAST_ROUNDS = 5
/** A list's page and more of recorded traffic, so that the places have something to show. */
const TRAFFIC = 10_000
const PLACES = ['/traffic', '/applications', '/apis', '/users', '/browser', '/reference', '/settings', '/']

const size = {
  name: 'screens-size',
  /** @param {import('../lib/options.mjs').Options} options */
  async run({ program }) {
    const bytes = startFiles(program).reduce((sum, file) => sum + readFileSync(`${file}.gz`).byteLength, 0)
    const pairs = [{ ours: bytes / 1000, peer: BUDGET / 1000 }]
    const what = 'screens, JavaScript to start with, gzip'
    return {
      rows: [buildRow({ what, unit: 'kB', against: 'the promise', reach: { atMost: 1 }, pairs })],
      rounds: pairs,
    }
  },
}

/** What the page names, and what that imports without waiting. @param {string} program */
function startFiles(program) {
  const folder = join(dirname(program), '../screens')
  if (!existsSync(folder)) throw new Error(`there are no screens beside ${program}`)
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const names = new Set([...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name ?? ''))
  for (const name of names) {
    const code = readFileSync(join(folder, name), 'utf8')
    for (const [, other] of code.matchAll(/(?:^|[;}])import(?:[^;"'()]*from)?["']\.\/([^"']+)["']/g))
      names.add(`assets/${other}`)
  }
  return [...names].map((name) => join(folder, name))
}

const firstPaint = {
  name: 'screens-first-paint',
  /** @param {import('../lib/options.mjs').Options} options */
  async run({ program, rounds }) {
    return withScreens({ program }, async (screens) => {
      const ours = () => timePaint(screens, screens.address, FRAME)
      // A page of the same server in the same letters, without a script.
      const peer = () => timePaint(screens, `${screens.origin}/callback?code=bench`, 'main')
      await ours()
      const pairs = []
      for (let round = 0; round < Math.max(rounds, LEAST_ROUNDS); round += 1) {
        const [first, second] = round % 2 === 0 ? [ours, peer] : [peer, ours]
        const times = new Map([[first, await first()]])
        times.set(second, await second())
        pairs.push({ ours: times.get(ours) ?? Number.NaN, peer: times.get(peer) ?? Number.NaN })
      }
      const what = 'screens, first paint of the frame, cold'
      const promised = pairs.map((pair) => ({ ours: pair.ours, peer: PROMISED_PAINT }))
      return {
        rows: [
          buildRow({ what, unit: 'ms', against: 'the promise', reach: { atMost: 1 }, pairs: promised }),
          buildRow({ what, unit: 'ms', against: 'a page without script', pairs }),
        ],
        rounds: pairs,
      }
    })
  },
}

/**
 * From the beginning of the navigation to the frame after the one in which something is there.
 *
 * @param {import('../lib/screens.mjs').Screens} screens
 * @param {string} address
 * @param {string} selector
 */
async function timePaint({ openTab }, address, selector) {
  const tab = await openTab()
  await tab.addInitScript((wanted) => {
    const note = () => Object.assign(globalThis, { paintedAt: performance.now() })
    const look = () => {
      // A frame that is painted has begun before the next one does.
      const next = document.querySelector(wanted) === null ? look : note
      requestAnimationFrame(next)
    }
    requestAnimationFrame(look)
  }, selector)
  await tab.goto(address)
  const painted = await tab.waitForFunction(() => Reflect.get(globalThis, 'paintedAt'))
  const time = Number(await painted.jsonValue())
  await tab.context().close()
  return time
}

const switching = {
  name: 'screens-switching',
  /** @param {import('../lib/options.mjs').Options} options */
  async run({ program, rounds }) {
    return withScreens({ program, from: fill(0, TRAFFIC) }, async (screens) => {
      /** @type {Switch[]} */
      const measured = []
      for (let round = 0; round < Math.max(Math.ceil(rounds / 3), 3); round += 1) {
        const tab = await openPlace(screens)
        await untilQuiet(tab)
        for (const visit of ['first', 'again']) {
          for (const place of PLACES) measured.push({ visit, place, ...(await timeSwitch(tab, place)) })
        }
        await tab.context().close()
      }
      return { rows: ['first', 'again'].flatMap((visit) => switchRows(visit, measured)), rounds: measured }
    })
  },
}

/**
 * The place that takes longest, by the median of its rounds: what interrupts one round is not the screens' doing.
 *
 * @param {string} visit
 * @param {readonly Switch[]} measured
 */
function switchRows(visit, measured) {
  const ofVisit = measured.filter((one) => one.visit === visit)
  const worst = (/** @type {'milliseconds' | 'processor'} */ figure) =>
    Math.max(...PLACES.map((place) => median(ofVisit.filter((one) => one.place === place).map((one) => one[figure]))))
  const what = `screens, longest task at a change, ${visit === 'first' ? 'first visit' : 'later visit'}`
  const promise = (/** @type {number} */ ours) => ({
    unit: 'ms',
    against: 'the promise',
    reach: { atMost: 1 },
    pairs: [{ ours, peer: PROMISED_TASK }],
  })
  return [
    buildRow({ what, ...promise(worst('milliseconds')) }),
    buildRow({ what: `${what}, processor`, ...promise(worst('processor')) }),
  ]
}

/** @typedef {{ visit: string, place: string } & import('../lib/main-thread-tasks.mjs').Task} Switch */

/**
 * @param {import('playwright').Page} tab
 * @param {string} place
 */
async function timeSwitch(tab, place) {
  return watchMainThread(tab, async () => {
    await tab.locator(`${FRAME} a[href="${place}"]`).first().click()
    await tab.waitForFunction((path) => location.pathname === path, place)
    await untilQuiet(tab)
  })
}

/** Until nothing has changed in the page for a while. @param {import('playwright').Page} tab */
async function untilQuiet(tab) {
  await tab.evaluate(
    () =>
      new Promise((resolve) => {
        let timer = setTimeout(resolve, 300)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, 300)
        }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
      }),
  )
}

export const screens = [size, firstPaint, switching, scrolling, pouring, walking]

// The wheel over the recorded traffic, a hundred thousand rows of it, beside a box of the same height with nothing in it.
import { watchMainThread } from '../lib/main-thread-tasks.mjs'
import { buildRow } from '../lib/rows.mjs'
import { openPlace, withScreens } from '../lib/screens.mjs'
import { fill } from './filled.mjs'

const ROWS = 100_000
const ROW_HEIGHT = 32
const PROMISED = 60
/** What a display of 60 pictures a second counts as such. */
const TOLERANCE = 0.98
/** Pixels, and pixels a second. */
const DISTANCE = 20_000
const SPEED = 8_000
const LIST = '[role=listbox][aria-multiselectable]'

export const scrolling = {
  name: 'screens-scrolling',
  /** @param {import('../lib/options.mjs').Options} options */
  async run({ program, rounds, quick }) {
    const rows = quick ? ROWS / 10 : ROWS
    return withScreens({ program, from: fill(0, rows) }, async (screens) => {
      const list = await openPlace(screens, '/traffic')
      await untilHigh(list, rows)
      const empty = await screens.openTab()
      await empty.setContent(
        `<div role="listbox" aria-multiselectable="true" style="height:800px;overflow:auto"><div style="height:${rows * ROW_HEIGHT}px">`,
      )
      const pairs = []
      const processor = []
      for (let round = 0; round < Math.max(Math.ceil(rounds / 3), 3); round += 1) {
        pairs.push({ ours: (await scroll(list)).perSecond, peer: (await scroll(empty)).perSecond })
        processor.push({ ours: await weigh(list), peer: 1000 / PROMISED })
      }
      const what = `screens, frames while scrolling ${rows.toLocaleString('en')} rows`
      const promised = pairs.map((pair) => ({ ours: pair.ours, peer: PROMISED }))
      const frame = 'the same, processor time of a frame'
      return {
        rows: [
          buildRow({ what, unit: '/s', against: 'the promise', reach: { atLeast: TOLERANCE }, pairs: promised }),
          buildRow({ what, unit: '/s', against: 'an empty box', pairs }),
          buildRow({ what: frame, unit: 'ms', against: 'what there is', reach: { atMost: 1 }, pairs: processor }),
        ],
        rounds: { perSecond: pairs, processor },
      }
    })
  },
}

/** The list is as high as all of them together before any but the first are fetched. @param {import('playwright').Page} tab @param {number} rows */
async function untilHigh(tab, rows) {
  await tab.locator(`${LIST} [role=option]`).first().waitFor()
  await tab.waitForFunction(({ selector, height }) => (document.querySelector(selector)?.scrollHeight ?? 0) >= height, {
    selector: LIST,
    height: rows * ROW_HEIGHT,
  })
}

/**
 * The frames that the page's main thread made while the wheel turned.
 *
 * @param {import('playwright').Page} tab
 */
async function scroll(tab) {
  const turn = await prepareWheel(tab)
  await turn()
  const times = await tab.evaluate(() => /** @type {number[]} */ (Reflect.get(globalThis, 'frameTimes')))
  const lasted = (times.at(-1) ?? 0) - (times[0] ?? 0)
  return { frames: times.length, perSecond: ((times.length - 1) * 1000) / lasted }
}

/** Processor time of a frame; in a turn of its own, since watching costs frames. @param {import('playwright').Page} tab */
async function weigh(tab) {
  let frames = Number.NaN
  const { together } = await watchMainThread(tab, async () => void ({ frames } = await scroll(tab)))
  return together / frames
}

/** Runs in the page: goes to where the wheel begins, and waits for what that brings. @param {string} selector */
async function startOver(selector) {
  document.querySelector(selector)?.scrollTo({ top: 40_000 })
  await new Promise((resolve) => setTimeout(resolve, 500))
}

/** @param {import('playwright').Page} tab */
async function prepareWheel(tab) {
  await tab.bringToFront()
  await tab.evaluate(startOver, LIST)
  const box = await tab.locator(LIST).boundingBox()
  if (box === null) throw new Error('there is no list to scroll')
  const devTools = await tab.context().newCDPSession(tab)
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
  return async () => {
    await tab.evaluate(noteFrames)
    await devTools.send('Input.synthesizeScrollGesture', {
      ...at,
      yDistance: -DISTANCE,
      speed: SPEED,
      gestureSourceType: 'mouse',
    })
    await tab.evaluate(() => Reflect.set(globalThis, 'isDone', true))
    await devTools.detach()
  }
}

/** Runs in the page. */
function noteFrames() {
  const frames = /** @type {number[]} */ ([])
  Object.assign(globalThis, { frameTimes: frames, isDone: false })
  const note = (/** @type {number} */ time) => {
    if (Reflect.get(globalThis, 'isDone')) return
    frames.push(time)
    requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
}

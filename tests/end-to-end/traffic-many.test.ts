import { describe, expect, test } from 'vitest'

import { ask } from './support/converse.ts'
import { fillTraffic } from './support/fill-traffic.ts'
import { openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const MANY = 100_000
const STREAM = 500

// The list is the same in every shell, and filling the file is what takes time.
describe.skipIf(noShell || shellName !== 'browser')('a hundred thousand exchanges', () => {
  const screens = useScreens({ remembered: VISITED, prepare: (folder) => fillTraffic(folder, MANY) })
  const main = () => screens.page.locator('main')
  const rows = () => main().getByRole('option')
  const list = () => main().getByRole('listbox', { name: /^Exchanges/ })
  const row = (number: number) => rows().filter({ hasText: `number=${number}&done` })
  const scrollTo = (share: number) =>
    list().evaluate((box, part) => void (box.scrollTop = part * (box.scrollHeight - box.clientHeight)), share)

  test('are all in the list, and any of them is reached by scrolling, with few of them in the page', async () => {
    await openPlace(screens, '/traffic', 'Traffic')
    await main().getByText('100,000 exchanges, 10,000 sign-ins').waitFor()
    await row(MANY).waitFor()
    for (const share of [0.5, 1, 0.25, 0]) {
      await scrollTo(share)
      const [position = ''] = await rows().evaluateAll((all) =>
        all.map((one) => one.getAttribute('aria-posinset') ?? ''),
      )
      expect(Number(position)).toBeGreaterThan(0)
      const place = await list().evaluate((box) => Math.ceil(box.scrollTop / 32) + 3)
      await row(MANY - place).waitFor()
      expect(await rows().count()).toBeLessThan(80)
    }
    await list().focus()
    await screens.page.keyboard.press('End')
    await row(1).waitFor()
    await screens.page.keyboard.press('Home')
    await row(MANY).waitFor()
  })

  test('are found by filter and by word among them, and grouped', async () => {
    await openPlace(screens, '/traffic?q=has:error+client:calendar-app&order=newest-last', 'Traffic')
    await main()
      .getByText(/^2,000 exchanges/)
      .waitFor()
    await row(MANY).waitFor()
    await openPlace(screens, '/traffic?q=number+77777', 'Traffic')
    await row(77_777).locator('mark').first().waitFor()
    expect(await rows().count()).toBe(1)
    await openPlace(screens, '/traffic?group=sign-in', 'Traffic')
    const heading = main().getByRole('treeitem', { level: 1 }).first()
    await heading.getByText('10 exchanges').waitFor()
    await heading.click()
    await expect.poll(() => heading.getAttribute('aria-expanded')).toBe('false')
  })

  test('open at the one that an address names, wherever it lies, and stay there while others pour in', async () => {
    await openPlace(screens, '/traffic/50000', 'Traffic')
    await row(50_000).waitFor()
    const top = await list().evaluate((box) => box.scrollTop)
    expect(top).toBeGreaterThan(1_000_000)
    const longest = screens.page.evaluate(watchTasks)
    for (let sent = 0; sent < STREAM; sent += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, at) => ask(screens.program.issuer, `stream-${sent + at}`)))
    }
    await main().getByRole('button', { name: '500 new' }).waitFor()
    expect(await list().evaluate((box) => box.scrollTop)).toBe(top)
    await main().getByRole('button', { name: '500 new' }).click()
    await rows().filter({ hasText: 'word=stream-' }).first().waitFor()
    await main().getByText('100,500 exchanges').waitFor()
    await screens.page.evaluate(() => Reflect.set(globalThis, 'isOver', true))
    expect(await longest).toBeLessThan(500)
  })
})

/** Runs in the page: the longest time between two looks at the clock, until it is over. */
function watchTasks(): Promise<number> {
  Reflect.set(globalThis, 'isOver', false)
  return new Promise((resolve) => {
    let last = performance.now()
    let longest = 0
    const look = () => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
      if (Reflect.get(globalThis, 'isOver') === true) resolve(longest)
      else setTimeout(look, 0)
    }
    look()
  })
}

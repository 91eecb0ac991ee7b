import { describe, expect, test } from 'vitest'

import { isStandIn, noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const PLACES = [
  ['Overview', '/', 'o'],
  ['Walkthroughs', '/walkthroughs', 'w'],
  ['Traffic', '/traffic', 't'],
  ['Tokens', '/tokens', 'k'],
  ['Browser', '/browser', 'b'],
  ['Applications', '/applications', 'a'],
  ['APIs', '/apis', 'i'],
  ['Users', '/users', 'u'],
  ['Keys', '/keys', 'y'],
  ['Grants and sessions', '/grants', 'n'],
  ['Scenarios', '/scenarios', 'e'],
  ['History', '/history', 'h'],
  ['Management API', '/management', 'm'],
  ['Which flow?', '/which-flow', 'f'],
  ['Concepts', '/concepts', 'c'],
  ['Reference', '/reference', 'r'],
  ['Settings', '/settings', 's'],
] as const

describe.skipIf(noShell || isStandIn)('the places', () => {
  const screens = useScreens({ remembered: VISITED })
  const title = () => screens.page.getByRole('heading', { level: 1 })
  const navigation = () => screens.page.getByRole('navigation', { name: 'Places' })
  const path = () => new URL(screens.page.url()).pathname

  async function expectPlace(name: string): Promise<void> {
    await screens.page.waitForFunction((expected) => document.querySelector('h1')?.textContent === expected, name)
    await screens.page.waitForFunction((expected) => document.title === `${expected} · Valet Key`, name)
  }

  test.each(PLACES)(
    '%s is reached by its link, says where one is, and has the focus on its title',
    async (name, address) => {
      await screens.goto(address === '/' ? '/traffic' : '/')
      const link = navigation().getByRole('link', { name: new RegExp(`^${name}`) })
      await link.click()
      await expectPlace(name)
      expect(path()).toBe(address)
      expect(await link.getAttribute('aria-current')).toBe('page')
      expect(await navigation().locator('[aria-current=page]').count()).toBe(1)
      await screens.page.waitForFunction(() => document.activeElement?.id === 'screen-title')
    },
  )

  test.each(PLACES)('%s is reached by its keys', async (name, address, key) => {
    await screens.goto(address === '/' ? '/traffic' : '/')
    await title().waitFor()
    await screens.page.keyboard.press('g')
    await screens.page.keyboard.press(key)
    await expectPlace(name)
    expect(path()).toBe(address)
  })

  test('an address opens its place, and a reload stays there', async () => {
    await screens.goto('/users/alice')
    await expectPlace('Users')
    await screens.page.reload()
    await expectPlace('Users')
    expect(path()).toBe('/users/alice')
  })

  test('back and forward go through the places, and the focus goes along', async () => {
    await screens.goto('/')
    for (const name of ['Traffic', 'Users']) {
      await navigation()
        .getByRole('link', { name: new RegExp(`^${name}`) })
        .click()
      await expectPlace(name)
    }
    await screens.page.goBack()
    await expectPlace('Traffic')
    await screens.page.waitForFunction(() => document.activeElement?.id === 'screen-title')
    await screens.page.goForward()
    await expectPlace('Users')
  })

  test('a screen is scrolled as it was when one comes back to it, and when it is loaded again', async () => {
    const { page } = screens
    await page.setViewportSize({ width: 1024, height: 420 })
    await screens.goto('/')
    await expectPlace('Overview')
    const scrolled = () => page.locator('main').evaluate(({ scrollTop }) => Math.round(scrollTop))
    await page.locator('main').press('End')
    await page.waitForFunction(isAtTheEnd)
    const before = await scrolled()
    expect(before).toBeGreaterThan(100)
    await page.keyboard.press('g')
    await page.keyboard.press('u')
    await expectPlace('Users')
    await page.goBack()
    await expectPlace('Overview')
    await page.waitForFunction((top) => Math.round(document.querySelector('main')?.scrollTop ?? 0) === top, before)
    await page.reload()
    await expectPlace('Overview')
    await page.waitForFunction((top) => Math.round(document.querySelector('main')?.scrollTop ?? 0) === top, before)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('an address that nothing has says so, and leads on', async () => {
    await screens.goto('/nowhere/none')
    await expectPlace('Not found')
    expect(await screens.page.locator('main').textContent()).toContain('/nowhere/none')
    await screens.page.getByRole('link', { name: 'Go to the overview' }).click()
    await expectPlace('Overview')
  })

  test('Tab first offers to skip to the screen, and Enter does', async () => {
    await screens.goto('/')
    await expectPlace('Overview')
    await screens.page.keyboard.press('Tab')
    expect(await screens.page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the screen')
    await screens.page.keyboard.press('Enter')
    expect(await screens.page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  test('everything of the frame is reached with Tab, in the order in which it stands there', async () => {
    const { page } = screens
    await screens.goto('/users')
    await expectPlace('Users')
    await page.keyboard.press('Tab')
    const names: string[] = []
    for (let stop = 0; stop < 40 && names.at(-1) !== 'Collapse the navigation'; stop += 1) {
      await page.keyboard.press('Tab')
      names.push(await page.evaluate(nameOfFocused))
    }
    const bar = ['Valet Key', 'Copy the issuer’s address', 'Scenarios', 'Search', 'Theme']
    expect(names).toEqual([...bar, ...PLACES.map(([name]) => name), 'Collapse the navigation'])
  })

  test('the navigation becomes icons, keeps its names, and stays so', async () => {
    await screens.goto('/')
    await screens.page.getByRole('button', { name: 'Collapse the navigation' }).click()
    await screens.page.getByRole('button', { name: 'Expand the navigation' }).waitFor()
    await screens.page.reload()
    const narrow = await navigation().boundingBox()
    expect(narrow?.width).toBeLessThan(64)
    await navigation()
      .getByRole('link', { name: /^Users/ })
      .click()
    await expectPlace('Users')
    await screens.page.keyboard.press('Control+b')
    await screens.page.getByRole('button', { name: 'Collapse the navigation' }).waitFor()
  })

  test('the numbers beside the names are those of the program', async () => {
    await screens.goto('/')
    const { items } = await screens.call('clients.list', {})
    await navigation()
      .getByRole('link', { name: new RegExp(`^Applications ?, ${items.length} registered`) })
      .waitFor()
    await screens.call('clients.create', {
      client: { client_name: 'One more', redirect_uris: ['http://localhost:9/cb'] },
    })
    await navigation()
      .getByRole('link', { name: new RegExp(`^Applications ?, ${items.length + 1} registered`) })
      .waitFor()
  })
})

/** Runs in the page. */
function isAtTheEnd(): boolean {
  const main = document.querySelector('main')
  return main !== null && main.scrollTop > 0 && main.scrollTop + main.clientHeight >= main.scrollHeight - 1
}

/** Runs in the page. The first words are enough: numbers and keys stand behind them. */
function nameOfFocused(): string {
  const { activeElement } = document
  const name = activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
  return /^(?:Search|[^\d]+)/.exec(name)?.[0].trim() ?? name
}

import { describe, expect, test } from 'vitest'

import { expectAccessible } from './support/accessibility.ts'
import { noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

describe.skipIf(noShell)('the palette', () => {
  const screens = useScreens({ remembered: VISITED })
  const palette = () => screens.page.getByRole('dialog', { name: 'Search and commands' })
  const field = () => palette().getByRole('combobox')
  const option = (name: string | RegExp) => palette().getByRole('option', { name })
  const headings = () => palette().locator('[cmdk-group-heading]').allTextContents()

  async function openPalette(): Promise<void> {
    await screens.page.getByRole('heading', { level: 1 }).waitFor()
    await screens.page.keyboard.press('Control+k')
    await field().waitFor()
  }

  async function search(text: string): Promise<void> {
    await openPalette()
    await screens.page.keyboard.type(text)
  }

  async function expectTitle(name: string): Promise<void> {
    await screens.page.waitForFunction((expected) => document.querySelector('h1')?.textContent === expected, name)
  }

  test('opens by its button and by its keys, and closes by the same keys and by Escape', async () => {
    await screens.goto('/')
    const button = screens.page.getByRole('button', { name: /^Search screens/ })
    await button.click()
    await field().waitFor()
    await screens.page.keyboard.press('Control+k')
    await palette().waitFor({ state: 'hidden' })
    await openPalette()
    await screens.page.keyboard.press('Escape')
    await palette().waitFor({ state: 'hidden' })
    await screens.page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Search screens'))
  })

  test('shows screens and actions before anything is typed', async () => {
    await screens.goto('/')
    await openPalette()
    await option(/^Traffic/).waitFor()
    expect(await headings()).toEqual(['Screens', 'Actions'])
    await expectAccessible(screens.page)
  })

  test('goes to a screen, whose title gets the focus', async () => {
    await screens.goto('/')
    await search('traf')
    await option(/^Traffic/).waitFor()
    await screens.page.keyboard.press('Enter')
    await expectTitle('Traffic')
    await screens.page.waitForFunction(() => document.activeElement?.id === 'screen-title')
  })

  test.each([
    ['mytds', 'MyTodos.io', '/applications/my-todos'],
    ['alice', 'Alice Adams', '/users/alice'],
    ['organizer.test/api', 'Organizer', '/apis/https%3A%2F%2Forganizer.test%2Fapi'],
    ['code_chall', 'code_challenge', '/reference/code_challenge'],
    ['invalid_grant', 'invalid_grant', '/reference/invalid_grant'],
  ])('finds by %j what is called %s', async (typed, label, address) => {
    await screens.goto('/')
    await search(typed)
    await option(new RegExp(`^${label}`))
      .first()
      .click()
    await screens.page.waitForURL(`**${address}`)
    await palette().waitFor({ state: 'hidden' })
  })

  test('says so when nothing is called like that', async () => {
    await screens.goto('/')
    await search('zebra crossing')
    await palette().getByText('Nothing is called “zebra crossing”.').waitFor()
    await expectAccessible(screens.page)
  })

  test('puts what was chosen last on top', async () => {
    await screens.goto('/')
    await search('bob')
    await option(/^Bob/).click()
    await screens.page.waitForURL('**/users/bob')
    await openPalette()
    expect((await headings())[0]).toBe('Recent')
    await option(/^Bob/).waitFor()
  })

  test('changes the theme at once', async () => {
    await screens.goto('/')
    for (const theme of ['dark', 'light']) {
      await search(`theme ${theme}`)
      await option(`Theme: ${theme}`).waitFor()
      await screens.page.keyboard.press('Enter')
      await screens.page.waitForFunction((name) => document.documentElement.dataset['theme'] === name, theme)
    }
  })

  test('leads from one dialog to another and back to where one was', async () => {
    await screens.goto('/users')
    await screens.page.getByRole('heading', { level: 1 }).focus()
    await search('keyboard')
    await option(/^Keyboard shortcuts/).waitFor()
    await screens.page.keyboard.press('Enter')
    await screens.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await screens.page.keyboard.press('Escape')
    await screens.page.waitForFunction(() => document.activeElement?.id === 'screen-title')
  })

  test('stays short among a thousand applications and ten thousand users', async () => {
    const clients = Array.from({ length: 1000 }, (_, index) => ({
      client_id: `app-${index}`,
      redirect_uris: ['http://localhost:9/cb'],
    }))
    const users = Array.from({ length: 10_000 }, (_, index) => ({
      username: `person-${index}`,
      claims: { name: `Person ${index}` },
    }))
    await screens.call('config.import', { config: { clients, users } })
    await screens.goto('/')
    await screens.page.getByRole('link', { name: /^Users ?, 10,0\d\d can sign in/ }).waitFor()
    await search('person 99')
    await palette()
      .getByText(/\d more: keep typing/)
      .waitFor()
    expect(await palette().getByRole('option').count()).toBeLessThan(40)
    await screens.page.keyboard.type('99')
    await option(/^Person 9999/).waitFor()
  })
})

describe.skipIf(noShell)('the sheet of shortcuts', () => {
  const screens = useScreens({ remembered: VISITED, path: '/traffic' })
  const sheet = () => screens.page.getByRole('dialog', { name: 'Keyboard shortcuts' })

  test('opens by a question mark, lists every place, and closes', async () => {
    await screens.page.getByRole('heading', { level: 1 }).waitFor()
    await screens.page.keyboard.press('?')
    await sheet().waitFor()
    for (const name of ['Overview', 'Traffic', 'Settings']) await sheet().getByText(name, { exact: true }).waitFor()
    await expectAccessible(screens.page)
    await screens.page.keyboard.press('Escape')
    await sheet().waitFor({ state: 'hidden' })
  })

  test('switches off the keys that need no Ctrl, and they stay off', async () => {
    await screens.page.keyboard.press('?')
    const plain = sheet().getByRole('switch', { name: 'Shortcuts without Ctrl or Command' })
    await plain.uncheck()
    await screens.page.keyboard.press('Escape')
    await screens.page.reload()
    await screens.page.getByRole('heading', { level: 1, name: 'Traffic' }).waitFor()
    await screens.page.keyboard.press('g')
    await screens.page.keyboard.press('u')
    await screens.page.keyboard.press('Control+k')
    await screens.page.getByRole('combobox').waitFor()
    expect(new URL(screens.page.url()).pathname).toBe('/traffic')
    await screens.page.keyboard.type('keyboard')
    await screens.page.getByRole('option', { name: /^Keyboard shortcuts/ }).click()
    await plain.check()
  })

  test('does not come while a question mark is typed into a field', async () => {
    await screens.goto('/users')
    await screens.page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
    await screens.page.getByRole('searchbox').first().fill('who')
    await screens.page.keyboard.press('?')
    expect(await screens.page.getByRole('searchbox').first().inputValue()).toBe('who?')
    expect(await sheet().count()).toBe(0)
  })
})

import { describe, expect, test } from 'vitest'

import { expectAccessible } from './support/accessibility.ts'
import { noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

describe.skipIf(noShell)('the top bar', () => {
  const screens = useScreens({ remembered: VISITED, path: '/traffic' })
  const button = (name: string | RegExp) => screens.page.getByRole('button', { name })
  const messages = () => screens.page.locator('[data-messages] > li')

  test('shows the issuer’s address, and copies it', async () => {
    const { page, program } = screens
    if (screens.shell === 'browser') await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator('header code', { hasText: program.issuer }).waitFor()
    await page.getByText('The issuer is running').waitFor({ state: 'attached' })
    await button('Copy the issuer’s address').click()
    await page.getByText('Copied', { exact: true }).first().waitFor({ state: 'attached' })
    if (screens.shell === 'browser')
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(program.issuer)
  })

  test('changes the theme, and remembers it', async () => {
    const { page } = screens
    await button('Theme').click()
    await page.getByRole('menu').waitFor()
    await expectAccessible(page)
    await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click()
    await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(15, 18, 24)')
    await page.reload()
    await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(15, 18, 24)')
    await button('Theme').click()
    await page.getByRole('menuitemcheckbox', { name: 'As the system' }).click()
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === undefined)
  })

  test('loads a scenario, after saying what that puts back', async () => {
    const { page } = screens
    await screens.call('clients.change', { client_id: 'calendar-app', changes: { client_name: 'Changed' } })
    await button('Scenarios').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: /^Organizer/ }).press('Enter')
    const dialog = page.getByRole('alertdialog', { name: 'Load Organizer?' })
    await dialog.getByText('What was changed in them is lost. Everything else stays.').waitFor()
    await dialog.getByText(/MyTodos\.io/).waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Load it' }).press('Enter')
    await messages().getByText('Organizer is back to how it ships.').waitFor()
    await expectAccessible(page)
    const { value } = await screens.call('clients.get', { client_id: 'calendar-app' })
    expect(value['client_name']).toBe('CalendarApp')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Scenarios')
  })

  test('leaves everything as it is when the question is answered with no', async () => {
    const { page } = screens
    await screens.call('clients.change', { client_id: 'calendar-app', changes: { client_name: 'Changed' } })
    await button('Scenarios').click()
    await page.getByRole('menuitem', { name: /^Organizer/ }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
    const { value } = await screens.call('clients.get', { client_id: 'calendar-app' })
    expect(value['client_name']).toBe('Changed')
  })

  test('a message can be reached by its key, and dismissed', async () => {
    const { page } = screens
    await page.reload()
    await button('Scenarios').click()
    await page.getByRole('menuitem', { name: /^World Mappers/ }).click()
    await button('Load it').click()
    await messages().first().waitFor()
    await page.keyboard.press('F8')
    await page.waitForFunction(() => document.activeElement?.closest('[data-messages]') !== null)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await messages().first().waitFor({ state: 'detached' })
  })

  test('the recorded traffic is cleared from the palette, and can be had back', async () => {
    const { page, program } = screens
    await fetch(`${program.issuer}/.well-known/openid-configuration`)
    await page.getByRole('link', { name: /^Traffic ?, \d+ recorded/ }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('clear')
    await page.getByRole('option', { name: 'Clear the recorded traffic' }).click()
    await messages()
      .getByText(/deleted\.$/)
      .waitFor()
    await page.getByRole('link', { name: 'Traffic', exact: true }).waitFor()
    await messages().getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: /^Traffic ?, \d+ recorded/ }).waitFor()
  })
})

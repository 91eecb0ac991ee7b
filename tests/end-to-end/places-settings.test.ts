import { describe, expect, test } from 'vitest'

import { addressOf, openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

describe.skipIf(noShell)('settings', () => {
  const screens = useScreens({ remembered: VISITED })
  const retention = async () => (await screens.call('settings.get', {})).value.retention
  const most = () => screens.page.getByRole('spinbutton', { name: 'At most' })
  const age = () => screens.page.getByRole('spinbutton', { name: 'For', exact: true })
  const save = () => screens.page.getByRole('button', { name: 'Save', exact: true })

  test('the theme is chosen, applied and remembered', async () => {
    await openPlace(screens, '/settings', 'Settings')
    const theme = () => screens.page.evaluate(() => document.documentElement.dataset['theme'])
    expect(await theme()).toBeUndefined()
    await screens.page.getByText('Dark', { exact: true }).click()
    expect(await theme()).toBe('dark')
    await screens.page.reload()
    await screens.page.getByRole('radio', { name: 'Dark', checked: true }).waitFor()
    expect(await theme()).toBe('dark')
    await screens.page.getByText('As the system', { exact: true }).click()
    expect(await theme()).toBeUndefined()
  })

  test('how much traffic is kept can be changed, and taken back', async () => {
    await openPlace(screens, '/settings/data', 'Settings')
    const before = await retention()
    await most().fill('1234')
    await age().fill('36')
    await screens.page.getByRole('combobox', { name: 'Unit of time' }).selectOption('hours')
    await save().click()
    await screens.page.getByText('Traffic is kept for 36 hours, at most 1,234 exchanges.').first().waitFor()
    expect(await retention()).toEqual({ maxCount: 1234, maxAge: 36 * 3600 })
    await screens.page.getByRole('button', { name: 'Undo' }).click()
    await screens.page.getByText('As before: 7 days, at most 50,000 exchanges.').first().waitFor()
    expect(await retention()).toEqual(before)
    expect(await most().inputValue()).toBe('50000')
  })

  test('a value that cannot be is refused at its field, with the reason', async () => {
    await openPlace(screens, '/settings/data', 'Settings')
    await most().fill('99999999999')
    await save().click()
    await screens.page.waitForFunction(() => document.querySelector('[aria-invalid=true]') !== null)
    const described = await most().evaluate((field) => {
      const ids = field.getAttribute('aria-describedby')?.split(' ') ?? []
      return ids.map((id) => document.getElementById(id)?.textContent).join(' ')
    })
    expect(described).toMatch(/10,?000,?000/)
    await most().fill('')
    await screens.page.getByText('Enter a whole number.').waitFor()
    expect(await save().isDisabled()).toBe(true)
    await screens.page.getByRole('button', { name: 'Discard' }).click()
    expect(await most().inputValue()).toBe(String((await retention()).maxCount))
  })

  test('two windows do not overwrite each other: the person chooses', async () => {
    await openPlace(screens, '/settings/data', 'Settings')
    await most().fill('2000')
    await screens.call('settings.change', { changes: { retention: { maxCount: 3000 } } })
    const conflict = screens.page.getByRole('alert').filter({ hasText: 'This was changed meanwhile' })
    await conflict.waitFor()
    expect(await conflict.textContent()).toContain('3,000 exchanges')
    expect(await save().count()).toBe(0)
    await conflict.getByRole('button', { name: 'Keep mine' }).click()
    await save().click()
    await screens.page.getByText('at most 2,000 exchanges.').first().waitFor()
    expect((await retention()).maxCount).toBe(2000)
    await most().fill('2500')
    await screens.call('settings.change', { changes: { retention: { maxCount: 4000 } } })
    await conflict.getByRole('button', { name: 'Take what it is now' }).click()
    expect(await most().inputValue()).toBe('4000')
  })

  test('a change of something else in between is no conflict', async () => {
    await openPlace(screens, '/settings/data', 'Settings')
    await most().fill('2600')
    await screens.call('settings.change', { changes: { lifetimes: { idToken: 1800 } } })
    await save().click()
    await screens.page.getByText('at most 2,600 exchanges.').first().waitFor()
    expect((await retention()).maxCount).toBe(2600)
  })

  test('undo does not overwrite what came after', async () => {
    await openPlace(screens, '/settings/data', 'Settings')
    await most().fill('2700')
    await save().click()
    await screens.page.getByText('at most 2,700 exchanges.').first().waitFor()
    await screens.call('settings.change', { changes: { retention: { maxCount: 2800 } } })
    await screens.page.getByRole('button', { name: 'Undo' }).click()
    await screens.page
      .getByText(/That could not be undone/)
      .first()
      .waitFor()
    expect((await retention()).maxCount).toBe(2800)
  })

  test('the place of the data and the addresses are those of the program', async () => {
    await openPlace(screens, '/settings/about', 'Settings')
    await screens.page.getByText(screens.program.api, { exact: true }).waitFor()
    expect(await screens.page.getByRole('link', { name: /Its documentation/ }).getAttribute('href')).toBe(
      `${screens.program.api}/docs`,
    )
    await openPlace(screens, '/settings/issuer', 'Settings')
    await screens.page.getByText(new URL(screens.program.issuer).port, { exact: true }).waitFor()
  })

  test('privacy says that there is no telemetry', async () => {
    await openPlace(screens, '/settings/privacy', 'Settings')
    await screens.page.getByText('There is no telemetry').waitFor()
  })

  test('help opens the shortcuts and the tour', async () => {
    await openPlace(screens, '/settings/help', 'Settings')
    await screens.page.getByRole('button', { name: 'Show shortcuts' }).click()
    await screens.page.getByRole('dialog').waitFor()
    await screens.page.keyboard.press('Escape')
    await screens.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('the sections are addresses, and one that is not there says so', async () => {
    await openPlace(screens, '/settings/nonsense', 'Settings')
    await screens.page.getByText('The settings have no section nonsense').waitFor()
    await screens.page
      .getByRole('navigation', { name: 'Sections of the settings' })
      .getByRole('link', { name: 'Privacy' })
      .click()
    await expect.poll(() => addressOf(screens)).toBe('/settings/privacy')
  })

  test.runIf(shellName === 'browser')('what only the desktop app has is not here', async () => {
    await openPlace(screens, '/settings/desktop', 'Settings')
    await screens.page.getByText('The settings have no section desktop').waitFor()
    await openPlace(screens, '/settings/issuer', 'Settings')
    await screens.page.getByText('by --port and --ui-port').waitFor()
  })

  test.runIf(shellName !== 'browser')('the desktop app is told what it is to do', async () => {
    await openPlace(screens, '/settings/desktop', 'Settings')
    const keepRunning = screens.page.getByRole('switch', { name: 'Keep running when the window closes' })
    const before = await keepRunning.isChecked()
    await keepRunning.click()
    await expect.poll(async () => (await screens.call('preferences.get', {})).preferences.keepRunning).toBe(!before)
    await keepRunning.click()
    await expect.poll(async () => (await screens.call('preferences.get', {})).preferences.keepRunning).toBe(before)
  })
})

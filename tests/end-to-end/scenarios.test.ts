import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

import { expectGoodLooks } from './support/looks.ts'
import { addressOf, openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('scenarios', () => {
  const screens = useScreens({ remembered: VISITED, reducedMotion: true })
  const button = (name: string) => screens.page.getByRole('button', { name, exact: true })
  const changes = () => screens.page.getByRole('region', { name: 'What loading it would change' })
  const message = (text: string) => screens.page.locator('[data-messages] > li').filter({ hasText: text })
  const nameOf = async () => (await screens.call('clients.get', { client_id: 'calendar-app' })).value['client_name']
  const menu = async (title: string, item: string) => {
    await button(`More for ${title}`).click()
    await screens.page.getByRole('menuitem', { name: item }).click()
  }

  test('say what loading one would change, follow what changes meanwhile, and are loaded with undo', async () => {
    await openPlace(screens, '/scenarios', 'Scenarios')
    await screens.page.getByRole('link', { name: /^Organizer/ }).press('Enter')
    await changes().getByText('Nothing would change').waitFor()
    await screens.call('clients.change', { client_id: 'calendar-app', changes: { client_name: 'Agenda' } })
    await changes().getByText('Changed', { exact: true }).waitFor()
    const row = changes().getByRole('row', { name: /client_name/ })
    expect(await row.getByRole('cell').allTextContents()).toEqual(['Agenda', 'CalendarApp'])
    await expectGoodLooks(screens.page, 'scenarios/changed')
    await button('Put back as shipped').click()
    await expect.poll(nameOf).toBe('CalendarApp')
    await message('back to how it ships').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(nameOf).toBe('Agenda')
  })

  test('of one’s own are saved, say what would go, and bring everything back', async () => {
    await button('Save the present state').click()
    const dialog = screens.page.getByRole('dialog', { name: 'Save the present state' })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('expected a text that is not empty').or(dialog.locator('[aria-invalid]')).first().waitFor()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Before the demo')
    await screens.page.keyboard.press('Enter')
    await screens.page.getByRole('heading', { name: 'Before the demo' }).waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/scenarios/before-the-demo')
    await screens.call('users.create', { user: { username: 'zoe', password: 'z' } })
    await screens.call('clients.remove', { client_id: 'calendar-app' })
    await changes().getByText('Removed', { exact: true }).waitFor()
    await changes().getByText('Agenda').first().waitFor()
    await button('Load it').click()
    await message('Before the demo is loaded').waitFor()
    expect(await nameOf()).toBe('Agenda')
    expect((await screens.call('users.list', {})).items.map(({ username }) => username)).not.toContain('zoe')
  })

  test('are saved over another only when that is said, duplicated, renamed, and deleted with undo', async () => {
    await button('Save the present state').click()
    await screens.page.getByRole('textbox', { name: 'Name' }).fill('Before the demo')
    await screens.page.keyboard.press('Enter')
    await screens.page.getByRole('alert').getByText('There is a scenario').waitFor()
    await button('Save over it').click()
    await message('Before the demo is saved').first().waitFor()
    await menu('Before the demo', 'Duplicate')
    await button('Save').click()
    await screens.page.getByRole('heading', { name: 'Copy of Before the demo' }).waitFor()
    await menu('Copy of Before the demo', 'Rename')
    await screens.page.getByRole('textbox', { name: 'Name' }).fill('Later')
    await button('Rename').click()
    await menu('Later', 'Delete')
    await screens.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await screens.page.getByRole('link', { name: /^Later/ }).waitFor({ state: 'detached' })
    await message('Later deleted').getByRole('button', { name: 'Undo' }).click()
    await screens.page.getByRole('link', { name: /^Later/ }).waitFor()
  })

  test('and the present state are exported, with secrets or without', async () => {
    await openPlace(screens, '/scenarios/before-the-demo', 'Scenarios')
    const exported = async (trigger: string, item: string) => {
      await button(trigger).click()
      const download = screens.page.waitForEvent('download')
      await screens.page.getByRole('menuitem', { name: item }).click()
      return await readFile(await (await download).path(), 'utf8')
    }
    expect(await exported('Export', 'With secrets')).toContain('calendar-app-secret')
    expect(await exported('Export the present state', 'Without secrets')).not.toContain('calendar-app-secret')
  })

  test('come from a config file, which is tried first and told what is wrong with it', async () => {
    await openPlace(screens, '/scenarios?view=import', 'Scenarios')
    const paste = screens.page.getByRole('textbox', { name: 'Config as JSON' })
    await paste.fill('{ "users": [')
    await screens.page.getByRole('alert').getByText('This is not JSON').waitFor()
    await button('Take another file').click()
    await paste.fill('{ "clients": [{ "client_id": "new", "redirect_uri": 1 }] }')
    await screens.page.getByRole('alert').getByText('clients[0].redirect_uri').waitFor()
    await button('Take another file').click()
    await screens.page.getByLabel('Choose a file').setInputFiles({
      name: 'valetkey.config.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ users: [{ username: 'dora', claims: { name: 'Dora Doe' } }] })),
    })
    const plan = screens.page.getByRole('region', { name: 'What importing it would change' })
    await plan.getByText('Dora Doe').first().waitFor()
    expect((await screens.call('users.list', {})).items.map(({ username }) => username)).not.toContain('dora')
    await button('Import it').click()
    await message('The config file is imported').getByRole('button', { name: 'Undo' }).waitFor()
    expect((await screens.call('users.get', { username: 'dora' })).value.claims).toEqual({ name: 'Dora Doe' })
  })
})

import { describe, expect, test } from 'vitest'

import { expectGoodLooks } from './support/looks.ts'
import { addressOf, openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const ORGANIZER = 'https://organizer.test/api'
const NOTES = 'https://notes.test/api'

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('an API', () => {
  const screens = useScreens({ remembered: VISITED })
  const field = (name: string) => screens.page.getByRole('textbox', { name, exact: true })
  const button = (name: string) => screens.page.getByRole('button', { name, exact: true })
  const edit = (identifier: string) => openPlace(screens, `/apis/${encodeURIComponent(identifier)}?tab=edit`, 'APIs')
  const api = async (identifier: string) => (await screens.call('apis.get', { identifier })).value

  test('is added with its scopes by keyboard, and its mistakes are said at their fields', async () => {
    await openPlace(screens, '/apis', 'APIs')
    await screens.page.getByRole('link', { name: 'New API' }).press('Enter')
    await field('Identifier').fill('notes')
    await screens.page.keyboard.press('Enter')
    await screens.page.getByText('an absolute URI without fragment').waitFor()
    await field('Identifier').fill(NOTES)
    await field('Name').fill('Notes')
    await field('Scope 1').fill('read:notes')
    await button('Add a scope').press('Enter')
    await screens.page.keyboard.type('write:notes')
    await screens.page.keyboard.press('Enter')
    await screens.page.getByRole('region', { name: 'API', exact: true }).getByText('2 scopes').waitFor()
    await expect.poll(() => addressOf(screens)).toBe(`/apis/${encodeURIComponent(NOTES)}`)
    expect((await api(NOTES)).scopes.map(({ name }) => name)).toEqual(['read:notes', 'write:notes'])
  })

  test('changes from the next token on', async () => {
    await edit(NOTES)
    await screens.page.getByRole('combobox', { name: 'Access tokens' }).selectOption('opaque')
    await screens.page.getByRole('spinbutton', { name: 'Valid for' }).fill('77')
    await field('What scope 1 lets an application do').fill('Read your notes')
    await screens.page.keyboard.press('Control+s')
    await expect.poll(() => api(NOTES)).toMatchObject({ tokenFormat: 'opaque', tokenLifetime: 77 })
    expect((await api(NOTES)).scopes[0]?.description).toBe('Read your notes')
  })

  test('keeps a scope that an application still names, and says which', async () => {
    await edit(ORGANIZER)
    await button('Remove read:contacts').click()
    await button('Save').click()
    await screens.page.getByRole('alert').getByText('text-app').waitFor()
    await button('Discard').click()
    await button('Remove read:contacts').waitFor()
  })

  test('is deleted, and comes back with the scopes that applications had of it', async () => {
    const scope = async () => (await screens.call('clients.get', { client_id: 'text-app' })).value['scope']
    const before = await scope()
    await openPlace(screens, `/apis/${encodeURIComponent(ORGANIZER)}`, 'APIs')
    await button('More for Organizer').click()
    await screens.page.getByRole('menuitem', { name: 'Delete' }).click()
    await screens.page.getByRole('alertdialog').getByText('lose its scopes').waitFor()
    await screens.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await expect.poll(scope).not.toBe(before)
    await screens.page
      .getByRole('listitem')
      .filter({ hasText: 'Organizer deleted' })
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect.poll(scope).toBe(before)
    expect((await api(ORGANIZER)).name).toBe('Organizer')
  })

  test('has forms that are accessible and keep within the window', async () => {
    for (const [path, words] of [
      ['/apis/new', 'Add a scope'],
      [`/apis/${encodeURIComponent(ORGANIZER)}?tab=edit`, 'Add a scope'],
    ] as const) {
      await openPlace(screens, path, 'APIs')
      await screens.page.getByText(words).waitFor()
      await expectGoodLooks(screens.page, `apis/${path === '/apis/new' ? 'new' : 'edit'}`)
    }
  })
})

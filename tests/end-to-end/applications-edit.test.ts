import { describe, expect, test } from 'vitest'

import { expectAccessible } from './support/accessibility.ts'
import { expectGoodLooks } from './support/looks.ts'
import { addressOf, openPlace } from './support/open-place.ts'
import { takePicture } from './support/picture.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const EDIT = '/applications/calendar-app?tab=edit'

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('an application', () => {
  const screens = useScreens({ remembered: VISITED })
  const detail = () => screens.page.getByRole('region', { name: 'Application', exact: true })
  const field = (name: string) => detail().getByRole('textbox', { name, exact: true })
  const button = (name: string) => screens.page.getByRole('button', { name, exact: true })
  const toast = (text: RegExp) => screens.page.getByRole('listitem').filter({ hasText: text })
  const metadata = async (client_id: string) => (await screens.call('clients.get', { client_id })).value

  // Each kind is created in quick-start.test.ts, and signed in to.
  test('is created only when it can be, and says at each field what is wrong', async () => {
    await openPlace(screens, '/applications/new?kind=server', 'Applications')
    await screens.page.getByRole('textbox', { name: 'client_id' }).fill('calendar-app')
    await button('Create it').click()
    await screens.page.getByRole('alert').getByText('is there already').waitFor()
    await screens.page.getByRole('textbox', { name: 'client_id' }).fill('an id 😀')
    await button('Create it').click()
    await screens.page.getByText('found "an id 😀"').waitFor()
    await screens.page.getByRole('textbox', { name: 'client_id' }).fill('an-id')
    await screens.page.getByRole('textbox', { name: 'redirect_uris 1' }).fill('localhost:3000')
    await button('Create it').click()
    await screens.page.getByText('an absolute address such as').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/applications/new?kind=server')
  })

  test('keeps what was typed while one looks elsewhere, says so, and is saved and taken back', async () => {
    await openPlace(screens, EDIT, 'Applications')
    await field('client_name').fill('Agenda')
    await detail().getByText('Unsaved changes').waitFor()
    await screens.page.getByRole('link', { name: /^Users/ }).click()
    await screens.page.getByRole('link', { name: /^Applications.*unsaved changes/ }).click()
    await screens.page.getByRole('option', { name: /CalendarApp/ }).click()
    await detail().getByRole('tab', { name: 'Edit' }).click()
    expect(await field('client_name').inputValue()).toBe('Agenda')
    await screens.page.keyboard.press('Control+s')
    await toast(/Agenda|CalendarApp saved/)
      .first()
      .waitFor()
    expect((await metadata('calendar-app'))['client_name']).toBe('Agenda')
    await screens.page.getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(async () => (await metadata('calendar-app'))['client_name']).toBe('CalendarApp')
    await expect.poll(() => field('client_name').inputValue()).toBe('CalendarApp')
  })

  test('shows what the issuer refuses at its field, and loses nothing of what was typed', async () => {
    await openPlace(screens, EDIT, 'Applications')
    await field('redirect_uris 1').fill('http://localhost:3000/callback#here')
    await button('Save').click()
    await detail().getByText('an address without "#"').waitFor()
    await button('Discard').click()
    expect(await field('redirect_uris 1').inputValue()).not.toContain('#')
  })

  test('is not overwritten by a form that was begun before somebody else changed it', async () => {
    await openPlace(screens, EDIT, 'Applications')
    await field('client_name').fill('Mine')
    await screens.call('clients.change', {
      client_id: 'calendar-app',
      changes: { logo_uri: 'http://localhost:1/l.png' },
    })
    await expect.poll(() => field('logo_uri').inputValue()).toBe('http://localhost:1/l.png')
    await screens.call('clients.change', { client_id: 'calendar-app', changes: { client_name: 'Theirs' } })
    await detail().getByText('Changed by somebody else meanwhile').waitFor()
    await expectAccessible(screens.page)
    await takePicture(screens.page, 'applications/clash')
    await button('Keep mine').click()
    await button('Save').click()
    await expect.poll(async () => (await metadata('calendar-app'))['client_name']).toBe('Mine')
    const changes = { client_name: 'CalendarApp', logo_uri: null }
    await screens.call('clients.change', { client_id: 'calendar-app', changes })
  })

  test('is duplicated, given a new secret, deleted, and brought back with its secret', async () => {
    const menu = (name: string) => button(`More for ${name}`)
    await openPlace(screens, '/applications/quick-print', 'Applications')
    await menu('QuickPrint').click()
    await screens.page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await field('client_name').waitFor()
    expect(await field('client_name').inputValue()).toBe('Copy of QuickPrint')
    await openPlace(screens, '/applications/quick-print', 'Applications')
    await menu('QuickPrint').click()
    await screens.page.getByRole('menuitem', { name: 'New secret' }).click()
    await screens.page.getByRole('alertdialog').getByRole('button', { name: 'New secret' }).click()
    await toast(/new secret/)
      .first()
      .waitFor()
    const secret = async () =>
      (await screens.call('clients.get', { client_id: 'quick-print', secrets: true })).value.client_secret
    const rotated = await secret()
    expect(rotated).not.toBe('quick-print-secret')
    await menu('QuickPrint').click()
    await screens.page.getByRole('menuitem', { name: 'Delete' }).click()
    await screens.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => addressOf(screens)).toBe('/applications')
    await toast(/QuickPrint deleted/)
      .getByRole('button', { name: 'Undo' })
      .click()
    await screens.page.getByRole('option', { name: /^QuickPrint/ }).waitFor()
    expect(await secret()).toBe(rotated)
  })

  test('gets a key pair of which only the public half is kept', async () => {
    await openPlace(screens, '/applications/taxi-finder?tab=edit', 'Applications')
    await detail().getByText('How it proves itself').click()
    await button('Make a key pair').click()
    await detail().getByText('It is shown this once').waitFor()
    await button('Save').click()
    await expect.poll(async () => (await metadata('taxi-finder'))['token_endpoint_auth_method']).toBe('private_key_jwt')
    expect(JSON.stringify((await metadata('taxi-finder'))['jwks'])).not.toContain('"d"')
  })

  test.each([
    ['kinds', '/applications/new', 'What are you building?'],
    ['new', '/applications/new?kind=browser', 'The rest, and why'],
    ['edit', EDIT, 'redirect_uris'],
  ])('is accessible and keeps within the window: %s', async (name, path, words) => {
    await openPlace(screens, path, 'Applications')
    await screens.page.locator('main').getByText(words).first().waitFor()
    await expectGoodLooks(screens.page, `applications/${name}`)
  })
})

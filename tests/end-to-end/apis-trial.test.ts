import { describe, expect, test } from 'vitest'

import { expectGoodLooks } from './support/looks.ts'
import { openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const MAPPERS = `/apis/${encodeURIComponent('https://world-mappers.test/api')}`
const PHOTOBOX = `/apis/${encodeURIComponent('https://photobox.test/api')}`
const ORGANIZER = `/apis/${encodeURIComponent('https://organizer.test/api')}`

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('an API', () => {
  const screens = useScreens({ remembered: VISITED })
  const detail = () => screens.page.getByRole('region', { name: 'API', exact: true })
  const button = (name: string) => screens.page.getByRole('button', { name, exact: true })
  const choose = (label: string, option: string) =>
    screens.page.getByRole('combobox', { name: label, exact: true }).selectOption(option)
  const scopeOf = async (client_id: string) => (await screens.call('clients.get', { client_id })).value['scope']

  test('is tried by an application in its own name: let in, and refused for want of the scope', async () => {
    await openPlace(screens, `${MAPPERS}?tab=try`, 'APIs')
    await choose('Application', 'Taxi Finder')
    await choose('In the name of', 'Itself (client credentials)')
    await button('Try it').click()
    await detail().getByText('The API let it in: 200 OK').waitFor()
    await expectGoodLooks(screens.page, 'apis/try')
    await detail().getByRole('checkbox', { name: 'geocode' }).uncheck()
    await button('Try it').press('Enter')
    await detail().getByText('The API refused: 403').waitFor()
    await detail().getByText('insufficient_scope').first().waitFor()
    await detail().getByRole('link', { name: 'See it in Traffic' }).click()
    await screens.page.getByRole('heading', { level: 1, name: 'Traffic' }).waitFor()
    await screens.page.goBack()
    await detail().getByText('The API refused: 403').waitFor()
  })

  test('is tried by an application that the playground does not know the way back from, once that is mended', async () => {
    const redirect_uris = ['http://localhost:3000/callback']
    const client = {
      client_id: 'notes',
      redirect_uris,
      token_endpoint_auth_method: 'none',
      scope: 'read:contacts',
    } as const
    await screens.call('clients.create', { client })
    await openPlace(screens, `${ORGANIZER}?tab=try`, 'APIs')
    await choose('Application', 'notes')
    await button('Try it').click()
    await button('Register that address, and try again').click()
    await detail().getByText('The API let it in: 200 OK').waitFor()
  })

  test('is tried for a user, and at an address of one’s own only when that is confirmed', async () => {
    await openPlace(screens, `${ORGANIZER}?tab=try`, 'APIs')
    await choose('Application', 'MyTodos.io')
    await choose('In the name of', 'bob')
    await choose('Then call', 'Another address')
    await screens.page.getByRole('textbox', { name: 'Address', exact: true }).fill('https://valetkey.invalid/')
    await button('Try it').click()
    await detail().getByText('found https://valetkey.invalid').waitFor()
    await detail().getByRole('checkbox', { name: 'Send the token there, too' }).check()
    await button('Try it').click()
    await detail().getByText('A token was given, with the scope read:tasks').waitFor()
    await detail().getByText('The API could not be called').waitFor()
  })

  test('shows who may ask for what, changes it, and takes it back', async () => {
    await openPlace(screens, `${ORGANIZER}?tab=access`, 'APIs')
    const before = await scopeOf('text-app')
    const row = detail().getByRole('group', { name: 'TextApp.io' })
    await row.getByRole('checkbox', { name: 'read:tasks' }).click()
    await expect.poll(() => scopeOf('text-app')).toBe(`${String(before)} read:tasks`)
    await screens.page
      .getByRole('listitem')
      .filter({ hasText: 'may ask for read:tasks' })
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect.poll(() => scopeOf('text-app')).toBe(before)
    await screens.page.getByRole('textbox', { name: 'Find an application' }).fill('couch')
    await detail().getByText('No application has this name').waitFor()
    await screens.page.getByRole('switch', { name: 'Those that may ask for nothing, too' }).click()
    await detail().getByRole('group', { name: 'Couch TV' }).waitFor()
    await openPlace(screens, `${PHOTOBOX}?tab=access`, 'APIs')
    await detail().getByRole('group', { name: 'QuickPrint' }).waitFor()
    await expectGoodLooks(screens.page, 'apis/access')
  })

  test('shows itself as a program, and as what the program asks the issuer where its tokens are opaque', async () => {
    await openPlace(screens, `${ORGANIZER}?tab=code`, 'APIs')
    await detail().getByRole('figure', { name: 'api.mjs' }).getByText('createRemoteJWKSet').first().waitFor()
    const identifier = 'https://world-mappers.test/api'
    await screens.call('apis.change', { identifier, changes: { tokenFormat: 'opaque' } })
    await openPlace(screens, `${MAPPERS}?tab=code`, 'APIs')
    await choose('Asks the issuer as', 'Taxi Finder')
    await button('Put it in').click()
    await detail().getByRole('figure', { name: '.env' }).getByText('taxi-finder-secret').waitFor()
  })
})

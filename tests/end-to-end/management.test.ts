import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

import { expectGoodLooks } from './support/looks.ts'
import { copiedBy, openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const run = promisify(execFile)

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('the management API’s place', () => {
  const screens = useScreens({ remembered: VISITED, reducedMotion: true })
  const button = (name: string) => screens.page.getByRole('button', { name, exact: true })
  let token = ''

  test('shows the address, and the token when somebody wants to see it', async () => {
    await openPlace(screens, '/management', 'Management API')
    await screens.page
      .getByText(/\/api\/v1$/)
      .first()
      .waitFor()
    token = await copiedBy(screens, button('Copy Token'))
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await screens.page.content()).not.toContain(token)
    await screens.page.getByRole('button', { name: 'Show Token' }).click()
    await screens.page.getByText(token).waitFor()
  })

  test('finds an operation, tells all about it, and tries it over HTTP', async () => {
    await screens.page.getByRole('tab', { name: 'Reference' }).click()
    await screens.page.getByRole('searchbox', { name: 'Find an operation' }).fill('get a client')
    await screens.page.getByRole('button', { name: /^Get a client/ }).press('Enter')
    const article = screens.page.getByRole('article', { name: 'Get a client' })
    await article.getByRole('button', { name: 'Send' }).click()
    await article.getByRole('figure', { name: 'body of the answer' }).getByText('"CalendarApp"').waitFor()
    await expectGoodLooks(screens.page, 'management/reference')
    await article.getByRole('textbox', { name: 'client_id' }).fill('nobody/here')
    await screens.page.keyboard.press('Enter')
    await article.getByText('404').first().waitFor()
    await article.getByRole('textbox', { name: 'client_id' }).fill('')
    await screens.page.keyboard.press('Enter')
    await article.getByText('client_id is needed for the address.').waitFor()
  })

  test('has what this window changed as a command that does it again, without secrets unless asked', async () => {
    await openPlace(screens, '/management?view=calls', 'Management API')
    await screens.page.getByText('Nothing yet').waitFor()
    await button('Scenarios').first().click()
    await screens.page.getByRole('menuitem', { name: /^World Mappers/ }).click()
    await button('Load it').click()
    const line = screens.page.getByText('/scenarios/world-mappers/load?alone=false', { exact: true })
    await line.click()
    const command = await copiedBy(screens, button('Copy scenarios.load as curl'))
    await screens.call('clients.change', { client_id: 'taxi-finder', changes: { client_name: 'Changed' } })
    const env = { PATH: process.env['PATH'], VALETKEY_TOKEN: token }
    await run('sh', ['-c', command.replace('curl', 'curl -sSf')], { env })
    const { value } = await screens.call('clients.get', { client_id: 'taxi-finder' })
    expect(value['client_name']).toBe('Taxi Finder')
    await expectGoodLooks(screens.page, 'management/calls')
    await screens.page.getByRole('checkbox', { name: 'Show what was only read, too' }).check()
    await screens.page
      .getByText(/^\/scenarios\/world-mappers\/changes/)
      .first()
      .waitFor()
  })

  test('is in the palette: the last change is copied from there', async () => {
    await screens.page.keyboard.press('Control+k')
    await screens.page.getByRole('combobox').waitFor()
    await screens.page.keyboard.type('last change')
    await screens.page.getByRole('option', { name: 'Copy the last change as curl' }).click()
    await screens.page.getByText('scenarios.load copied as curl, without secrets.').first().waitFor()
  })
})

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

import { addressOf, copiedBy, openPlace, placeTitle } from './support/open-place.ts'
import { isStandIn, noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const run = promisify(execFile)

describe.skipIf(noShell || isStandIn)('applications', () => {
  const screens = useScreens({ remembered: VISITED })
  const list = () => screens.page.getByRole('listbox', { name: 'Applications' })
  const option = (name: string) => list().getByRole('option', { name: new RegExp(name) })
  const detail = () => screens.page.getByRole('region', { name: 'Application', exact: true })
  const redirects = async (client_id: string) =>
    (await screens.call('clients.get', { client_id })).value['redirect_uris']

  test('are listed with what they are, and one is chosen by mouse', async () => {
    await openPlace(screens, '/applications', 'Applications')
    expect(await option('Taxi Finder').textContent()).toContain('Service')
    await option('CalendarApp').click()
    await detail().getByText('client_secret_basic').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/applications/calendar-app')
    const address = 'http://localhost:3000/callback'
    expect(await copiedBy(screens, detail().getByRole('button', { name: `Copy ${address}` }))).toBe(address)
  })

  test('show a secret only when somebody wants to see it', async () => {
    await openPlace(screens, '/applications/calendar-app', 'Applications')
    await detail().getByText('Not shown').waitFor()
    expect(await screens.page.content()).not.toContain('calendar-app-secret')
    await detail().getByRole('button', { name: 'Show client_secret' }).click()
    await detail().getByText('calendar-app-secret').waitFor()
    await detail().getByRole('button', { name: 'Hide client_secret' }).click()
    await detail().getByText('Not shown').waitFor()
  })

  test('lead by their scopes to the APIs, and back', async () => {
    await openPlace(screens, '/applications/calendar-app?tab=scopes', 'Applications')
    await detail()
      .getByRole('row', { name: /read:contacts/ })
      .getByRole('link', { name: 'Organizer' })
      .click()
    await placeTitle(screens, 'APIs').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/apis/https%3A%2F%2Forganizer.test%2Fapi')
    await screens.page.goBack()
    await detail().getByRole('tab', { name: 'Scopes', selected: true }).waitFor()
  })

  test('are narrowed by what is typed, and the address keeps it', async () => {
    await openPlace(screens, '/applications', 'Applications')
    await screens.page.getByRole('searchbox', { name: 'Filter applications' }).fill('todo')
    await option('Couch TV').waitFor({ state: 'detached' })
    expect(await list().getByRole('option').count()).toBe(1)
    await screens.page.reload()
    await option('MyTodos').waitFor()
    expect(await list().getByRole('option').count()).toBe(1)
    await screens.page.getByRole('searchbox').fill('no such thing')
    await screens.page.getByText('Nothing fits').waitFor()
    await screens.page.getByRole('button', { name: 'Show all' }).last().click()
    await option('Couch TV').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/applications')
  })

  test('are chosen by keyboard', async () => {
    await openPlace(screens, '/applications', 'Applications')
    await option('CalendarApp').waitFor()
    await list().focus()
    await screens.page.keyboard.press('ArrowDown')
    await screens.page.keyboard.press('ArrowDown')
    await screens.page.keyboard.press('Enter')
    await list().getByRole('option', { selected: true }).waitFor()
    await expect.poll(() => addressOf(screens)).toMatch(/^\/applications\/[\w-]+$/)
  })

  test('say so when there is none of that name, whatever the name', async () => {
    for (const name of ['calendar', 'a b', 'a%2Fb', '<b>', '😀']) {
      await openPlace(screens, `/applications/${encodeURIComponent(name)}`, 'Applications')
      await screens.page.getByText(`There is no application ${name}`, { exact: true }).waitFor()
    }
  })

  test('are opened by whatever client_id they have', async () => {
    const client_id = 'a/b?c=%20&d#e'
    await screens.call('clients.create', { client: { client_id, client_name: 'Odd', redirect_uris: [] } }).catch(() =>
      screens.call('clients.create', {
        client: { client_id, client_name: 'Odd', redirect_uris: ['http://localhost:9/odd'] },
      }),
    )
    await openPlace(screens, '/applications', 'Applications')
    await option('Odd').click()
    await detail().getByText(client_id, { exact: true }).first().waitFor()
    await screens.page.reload()
    await detail().getByText(client_id, { exact: true }).first().waitFor()
  })

  describe('that an error page of the issuer sends somebody to', () => {
    const address = (word: string) => `http://localhost:3000/${word}?a=b%20c`

    function authorize(parameters: Readonly<Record<string, string>>): string {
      const query = new URLSearchParams({ response_type: 'code', scope: 'openid', ...parameters })
      return `${screens.program.issuer}/authorize?${query.toString()}`
    }

    /** Follows the link of the issuer's own page, as a person does who made a mistake. */
    async function followErrorPage(url: string, name: RegExp): Promise<void> {
      const page = await screens.page.context().newPage()
      await page.goto(url)
      const href = await page.getByRole('link', { name }).getAttribute('href')
      await page.close()
      const target = new URL(href ?? '')
      await openPlace(screens, target.pathname + target.search, 'Applications')
    }

    test('have the address to add ready, add it when told to, and take it back', async () => {
      screens.expectComplaint(/400/)
      const missing = address('button')
      await followErrorPage(authorize({ client_id: 'calendar-app', redirect_uri: missing }), /Add this address/)
      await detail().getByText('Add to redirect_uris of CalendarApp').waitFor()
      expect(await copiedBy(screens, detail().getByRole('button', { name: 'Copy value' }))).toBe(missing)
      const before = await redirects('calendar-app')
      expect(before).not.toContain(missing)
      await detail().getByRole('button', { name: 'Add it' }).click()
      await screens.page.getByText('Added to redirect_uris of CalendarApp.').first().waitFor()
      expect(await redirects('calendar-app')).toContain(missing)
      await detail().getByText('It is in redirect_uris already').waitFor()
      await screens.page.getByRole('button', { name: 'Undo' }).click()
      await screens.page.getByText('Taken back.').first().waitFor()
      expect(await redirects('calendar-app')).toEqual(before)
    })

    test.skipIf(shellName !== 'browser')('have the call that adds it, which does as it stands', async () => {
      const missing = address('curl')
      await openPlace(
        screens,
        `/applications/calendar-app?add-redirect-uri=${encodeURIComponent(missing)}`,
        'Applications',
      )
      const command = await copiedBy(screens, detail().getByRole('button', { name: 'Copy the call that adds it' }))
      const { stdout } = await run('sh', ['-c', command.replace('curl', 'curl --silent')], {
        env: { ...process.env, VALETKEY_TOKEN: screens.program.token },
      })
      expect(stdout).toContain('calendar-app')
      expect(await redirects('calendar-app')).toContain(missing)
      await detail().getByText('It is in redirect_uris already').waitFor()
    })

    test('may be left as they are', async () => {
      await openPlace(screens, '/applications/calendar-app?add-response-type=token', 'Applications')
      await detail().getByText('Add to response_types of CalendarApp').waitFor()
      await detail().getByRole('button', { name: 'Leave it' }).click()
      await detail().getByText('Add to response_types').waitFor({ state: 'detached' })
      await expect.poll(() => addressOf(screens)).toBe('/applications/calendar-app')
    })

    test('say why when the value cannot be added', async () => {
      await openPlace(screens, '/applications/calendar-app?add-redirect-uri=javascript%3Aalert(1)', 'Applications')
      await detail().getByRole('button', { name: 'Add it' }).click()
      await detail().getByRole('alert').waitFor()
      expect(await detail().getByRole('alert').textContent()).toContain('It was not added')
      expect(await redirects('calendar-app')).not.toContain('javascript:alert(1)')
    })

    test('can be registered with what they sent', async () => {
      screens.expectComplaint(/400/)
      const redirect_uri = 'http://localhost:9999/cb'
      await followErrorPage(authorize({ client_id: 'brand-new', redirect_uri }), /Register brand-new/)
      await screens.page.getByText('Register brand-new', { exact: true }).waitFor()
      await screens.page.getByRole('button', { name: 'Register it' }).click()
      await detail().getByText('Browser app').waitFor()
      await expect.poll(() => addressOf(screens)).toBe('/applications/brand-new')
      expect(await redirects('brand-new')).toEqual([redirect_uri])
    })
  })
})

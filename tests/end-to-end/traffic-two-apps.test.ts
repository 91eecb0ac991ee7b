import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { signIn, press, status } from '../browser/support/person.ts'
import { type SampleApp, startSampleApp } from '../browser/support/sample-app.ts'
import { sharedChromium } from '../support/chromium.ts'
import { converse } from './support/converse.ts'
import { openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

/** A single-page app with oidc-client-ts in a browser of its own, and a server app with openid-client. */
describe.skipIf(noShell || shellName !== 'browser')('two applications that sign people in at once', () => {
  const screens = useScreens({ remembered: VISITED })
  const main = () => screens.page.locator('main')
  const rows = () => main().getByRole('option')
  let notes: SampleApp

  beforeAll(async () => {
    if (noShell || shellName !== 'browser') return
    notes = await startSampleApp('notes')
    notes.connect(screens.program.issuer)
    await screens.call('clients.create', {
      client: {
        client_id: 'notes',
        client_name: 'Notes',
        redirect_uris: [notes.callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
        valetkey: { defaultApi: 'https://organizer.test/api' },
      },
    })
  })
  afterAll(async () => {
    if (notes !== undefined) await notes.close()
  })

  test('are told apart while both go on, with the failures of each', async () => {
    await openPlace(screens, '/traffic?group=sign-in&order=newest-last', 'Traffic')
    const page = await (await sharedChromium('shell')).newPage()
    try {
      await Promise.all([
        converse(screens.program.issuer),
        (async () => {
          await signIn(page, notes)
          await press(page, 'Revoke')
          await status(page, 'signed in')
          await press(page, 'Call the API')
          await status(page, /^refused/)
        })(),
      ])
    } finally {
      await page.close()
    }
    await main().getByRole('button', { name: 'View' }).click()
    await screens.page.getByRole('menuitem', { name: 'Fold all sign-ins', exact: true }).click()
    const groups = main().getByRole('treeitem', { level: 1, expanded: false })
    for (const name of ['CalendarApp', 'Notes']) {
      const group = groups.filter({ hasText: name }).first()
      await group.getByText(/failure|invalid_token|invalid_grant/).waitFor()
      await group.getByText(/alice/).waitFor()
    }

    for (const client_id of ['notes', 'calendar-app']) {
      await openPlace(screens, `/traffic?q=client:${client_id}&columns=client,address,status,error`, 'Traffic')
      await rows().first().waitFor()
      const all = await screens.call('exchanges.list', { client_id, limit: 500 })
      await expect.poll(async () => Number(await rows().first().getAttribute('aria-setsize'))).toBe(all.items.length)
      const texts = await rows().filter({ hasText: client_id }).count()
      expect(texts).toBe(await rows().count())
      await main()
        .getByText(/failures?$/)
        .first()
        .click()
      const refused = all.items.filter(({ error }) => error !== undefined)
      expect(refused.length).toBeGreaterThan(0)
      await expect.poll(() => rows().count()).toBe(refused.length)
    }
  })

  test('send by themselves or by the browser, which the filter knows', async () => {
    for (const actor of ['browser', 'client'] as const) {
      await openPlace(screens, `/traffic?q=actor:${actor}+client:notes`, 'Traffic')
      const { items } = await screens.call('exchanges.list', { actor, client_id: 'notes', limit: 500 })
      expect(items.length).toBeGreaterThan(0)
      await rows().first().waitFor()
      await expect.poll(async () => Number(await rows().first().getAttribute('aria-setsize'))).toBe(items.length)
    }
  })
})

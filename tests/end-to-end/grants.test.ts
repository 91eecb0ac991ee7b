import * as oauth from 'openid-client'
import { describe, expect, test } from 'vitest'

import { signIn } from '../protocol/browser.ts'
import { discover } from '../protocol/support.ts'
import { UserAgent } from '../support/user-agent.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expectGoodLooks } from './support/looks.ts'
import { addressOf, openPlace } from './support/open-place.ts'
import { takePicture } from './support/picture.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const TITLE = 'Grants and sessions'
const SCOPE = 'openid offline_access read:contacts'

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('grants and sessions', () => {
  const screens = useScreens({ remembered: VISITED })
  const button = (name: string) => screens.page.getByRole('button', { name, exact: true })
  const option = (name: RegExp) => screens.page.getByRole('option', { name })
  const dialog = () => screens.page.getByRole('alertdialog')
  const undo = () => screens.page.getByRole('button', { name: 'Undo' }).first().click()
  const calendar = () => discover(screens.program.issuer, 'calendar-app', 'calendar-app-secret')
  const grants = async () => (await screens.call('grants.list', {})).items.length

  test('say so while there are none', async () => {
    await openPlace(screens, '/grants', TITLE)
    await screens.page.getByText('Nobody has allowed anything').waitFor()
    await screens.page.getByText('Sessions', { exact: true }).click()
    await screens.page.getByText('Nobody is signed in').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/grants/sessions')
  })

  test('appear as they are given; ending one is said first, seen in Traffic, and taken back', async () => {
    await openPlace(screens, '/grants', TITLE)
    const tokens = await signIn(await calendar(), { scope: SCOPE })
    await option(/Alice Adams → CalendarApp/).click()
    const detail = screens.page.getByRole('region', { name: 'Grant', exact: true })
    await detail.getByText('1 refresh token, no stored access tokens').waitFor()
    await detail
      .getByRole('link', { name: /Refresh token/i })
      .first()
      .waitFor()
    await button('End the grant…').click()
    await dialog().getByText('1 refresh token, every JWT access token of it end at once').waitFor()
    await dialog().getByRole('button', { name: 'End the grant' }).click()
    await screens.page.getByText('This grant has ended').waitFor()
    await expect(oauth.refreshTokenGrant(await calendar(), tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    await screens.page.getByRole('link', { name: 'See it in Traffic' }).click()
    await screens.page.getByText('invalid_grant').first().waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/traffic?q=client%3Acalendar-app')
    await undo()
    await expect.poll(grants).toBe(1)
    expect((await oauth.refreshTokenGrant(await calendar(), tokens.refresh_token ?? '')).access_token).toBeTruthy()
  })

  test('of one application end together', async () => {
    await signIn(await calendar(), { scope: SCOPE }, { user: 'bob' })
    await openPlace(screens, '/grants?q=bob', TITLE)
    await option(/Bob Brandt → CalendarApp/).click()
    await screens.page.getByRole('region', { name: 'Grant', exact: true }).getByRole('button', { name: 'More' }).click()
    await screens.page.getByRole('menuitem', { name: 'End all grants for CalendarApp' }).click()
    await dialog().getByText('2 grants end with every token').waitFor()
    await dialog().getByRole('button', { name: 'End them all' }).press('Enter')
    await expect.poll(grants).toBe(0)
    await undo()
    await expect.poll(grants).toBe(2)
  })

  test('a session says who is signed in where to; ending it leaves what was given for offline access', async () => {
    const agent = new UserAgent()
    await signIn(await calendar(), { scope: SCOPE }, { user: 'carol', skipSecondFactor: true }, agent)
    await signIn(
      await discover(screens.program.issuer, 'my-todos'),
      { scope: 'openid', redirect_uri: 'http://localhost:5173/callback' },
      {},
      agent,
    )
    await openPlace(screens, '/grants/sessions', TITLE)
    await option(/Carol/).click()
    const detail = screens.page.getByRole('region', { name: 'Session', exact: true })
    await detail.getByText('given for offline access').waitFor()
    await detail.getByText('pwd').waitFor()
    await button('Sign out…').click()
    await dialog().getByText('What my-todos may do ends with it.').waitFor()
    await dialog().getByRole('button', { name: 'Sign out' }).click()
    await screens.page.getByText(/1 session, 1 grant and .* ended/).waitFor()
    expect((await screens.call('grants.list', { user: 'carol' })).items).toHaveLength(1)
    await undo()
    await option(/Carol/).waitFor()
    expect((await screens.call('grants.list', { user: 'carol' })).items).toHaveLength(2)
  })

  test('are accessible and keep within the window', async () => {
    await openPlace(screens, '/grants', TITLE)
    await option(/→/).first().click()
    await expectGoodLooks(screens.page, 'grants/grants', () => screens.page.getByText('Their traffic').waitFor())
    await openPlace(screens, '/grants/sessions', TITLE)
    await option(/Carol/).first().click()
    await screens.page.getByText('Their traffic').waitFor()
    await expectAccessible(screens.page)
    await takePicture(screens.page, 'grants/sessions')
  })
})

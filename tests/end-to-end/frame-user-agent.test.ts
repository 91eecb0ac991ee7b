import { describe, expect, test } from 'vitest'

import { expectAccessible } from './support/accessibility.ts'
import { takePicture } from './support/picture.ts'
import { noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

describe.skipIf(noShell)('the browser place', () => {
  const screens = useScreens({ remembered: VISITED })
  const button = (name: string | RegExp) => screens.page.getByRole('button', { name })
  const address = () => screens.page.getByRole('textbox', { name: 'Address' })

  async function openPlace(): Promise<void> {
    // The shipped applications name the port that the program has by default.
    const redirect_uris = [`${new URL(screens.program.api).origin}/callback`]
    await screens.call('clients.change', { client_id: 'calendar-app', changes: { redirect_uris } })
    await screens.goto('/browser')
    await screens.page.getByRole('heading', { level: 1, name: 'Browser' }).waitFor()
  }

  test('begins with places to go to', async () => {
    await openPlace()
    await button(/^Sign in to CalendarApp/).waitFor()
    await expectAccessible(screens.page)
  })

  test('Alice signs in to CalendarApp, gives her consent, and the answer arrives, all inside the place', async () => {
    await openPlace()
    await button(/^Sign in to CalendarApp/).click()
    const pages = await screens.userAgent()
    await pages.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await takePicture(screens.page, 'browser-sign-in')
    await pages.getByRole('button', { name: /Alice Adams/ }).click()
    await pages.getByText('Make new appointments for you').waitFor()
    await takePicture(screens.page, 'browser-consent')
    await pages.getByRole('button', { name: /allow/i }).click()
    await pages.getByText('The answer arrived here').waitFor()
    await takePicture(screens.page, 'browser-callback')
    const { searchParams, pathname } = new URL(pages.url())
    expect(pathname).toBe('/callback')
    expect(searchParams.get('code')).not.toBeNull()
    expect(searchParams.get('iss')).toBe(screens.program.issuer)
    await screens.page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>('input[aria-label=Address]')?.value.includes('/callback?code='),
    )
  })

  test('an address is typed, opened and kept, and one that is none is refused in words', async () => {
    await openPlace()
    await address().fill('nothing at all')
    await address().press('Enter')
    await screens.page.getByRole('alert').getByText('This is no address of a web page.').waitFor()
    await expectAccessible(screens.page)
    await address().fill('/device')
    await address().press('Enter')
    const pages = await screens.userAgent()
    await pages.getByRole('heading', { level: 1 }).waitFor()
    expect(await address().inputValue()).toBe(`${screens.program.issuer}/device`)
    expect(await screens.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Address')
    await screens.page.reload()
    const again = await screens.userAgent()
    await again.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => address().inputValue()).toBe(`${screens.program.issuer}/device`)
    // What the program records of it can be seen at once.
    await screens.page.getByRole('link', { name: /^Traffic ?, \d+ recorded/ }).waitFor()
  })

  test.skipIf(process.env['VALETKEY_TEST_SHELL'] !== 'browser')(
    'where a frame may not go is said, with the way out',
    async () => {
      const redirect_uris = ['http://localhost:9/callback', `${new URL(screens.program.api).origin}/callback`]
      await screens.call('clients.change', { client_id: 'calendar-app', changes: { redirect_uris } })
      await screens.goto('/browser')
      const query = new URLSearchParams({
        client_id: 'calendar-app',
        response_type: 'code',
        scope: 'openid',
        prompt: 'none',
        redirect_uri: 'http://localhost:9/callback',
      })
      screens.expectComplaint(/frame-src/)
      await address().fill(`/authorize?${query}`)
      await address().press('Enter')
      await screens.page.getByText('The issuer sent the browser on to http://localhost:9').waitFor()
      await expectAccessible(screens.page)
      await takePicture(screens.page, 'browser-blocked')
      await button('Begin anew').click()
      await button(/^Sign in to CalendarApp/).waitFor()
    },
  )
})

import { describe, expect, test } from 'vitest'

import { openPlace } from './support/open-place.ts'
import { isStandIn, noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const APPLICATIONS = 1000
const USERS = 10_000
/** Of a keystroke, until what it brings is on the screen; with a margin for a machine that has other things to do. */
const AT_ONCE_MS = 500

describe.skipIf(noShell || isStandIn)('with a thousand applications and ten thousand users', () => {
  const screens = useScreens({ remembered: VISITED })

  test('the lists are as quick as with ten', async () => {
    const config = {
      clients: Array.from({ length: APPLICATIONS }, (_, index) => ({
        client_id: `app-${index}`,
        client_name: `Application ${index}`,
        token_endpoint_auth_method: 'none',
        redirect_uris: [`http://localhost:${3000 + index}/callback`],
      })),
      users: Array.from({ length: USERS }, (_, index) => ({
        username: `user-${index}`,
        claims: { name: `User ${index}` },
      })),
    }
    await screens.call('config.import', { config })

    await openPlace(screens, '/applications', 'Applications')
    await screens.page.getByText(`${(APPLICATIONS + 9).toLocaleString('en')} applications`).waitFor()
    expect(await timeToFind('Filter applications', 'app-777', 'Application 777')).toBeLessThan(AT_ONCE_MS)
    await openPlace(screens, '/users', 'Users')
    await screens.page.getByText(`${(USERS + 4).toLocaleString('en')} users`).waitFor()
    expect(await timeToFind('Filter users', 'user-7777', 'User 7777')).toBeLessThan(AT_ONCE_MS)

    await screens.page.getByRole('searchbox').fill('')
    const list = screens.page.getByRole('listbox', { name: 'Users' })
    await list.getByRole('option').nth(3).waitFor()
    await list.focus()
    await screens.page.keyboard.press('End')
    await list.locator(`[aria-posinset="${USERS + 4}"]`).waitFor()
    expect(await list.getByRole('option').count()).toBeLessThan(60)
  })

  /** From the last keystroke until the one row that fits is alone on the screen, as the page itself measures it. */
  async function timeToFind(field: string, typed: string, name: string): Promise<number> {
    const { page } = screens
    const box = page.getByRole('searchbox', { name: field })
    await box.fill(typed.slice(0, -1))
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    await box.focus()
    const took = page.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          addEventListener('keydown', () => void watch(performance.now()), { once: true, capture: true })
          function watch(began: number): void {
            const rows = [...document.querySelectorAll('[role=option]')]
            if (rows.length === 1 && rows[0]?.textContent?.includes(wanted)) resolve(performance.now() - began)
            else requestAnimationFrame(() => watch(began))
          }
        }),
      name,
    )
    await box.press(typed.slice(-1))
    return await took
  }
})

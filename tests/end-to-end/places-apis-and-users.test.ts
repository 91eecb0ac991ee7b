import { describe, expect, test } from 'vitest'

import { addressOf, copiedBy, openPlace, placeTitle } from './support/open-place.ts'
import { isStandIn, noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

describe.skipIf(noShell || isStandIn)('APIs and users', () => {
  const screens = useScreens({ remembered: VISITED })
  const region = (name: string) => screens.page.getByRole('region', { name, exact: true })
  const option = (name: RegExp) => screens.page.getByRole('option', { name })

  test('an API says what its tokens are like and where it is', async () => {
    await openPlace(screens, '/apis', 'APIs')
    await option(/Organizer/).click()
    await expect.poll(() => addressOf(screens)).toBe('/apis/https%3A%2F%2Forganizer.test%2Fapi')
    await region('API').getByText('JWT: the API checks the signature itself').waitFor()
    const address = await copiedBy(screens, region('API').getByRole('button', { name: 'Copy Address' }))
    expect((await fetch(`${address}/contacts`)).status).toBe(401)
  })

  test('an API says who may ask for each of its scopes', async () => {
    await openPlace(screens, `/apis/${encodeURIComponent('https://organizer.test/api')}?tab=scopes`, 'APIs')
    const row = region('API').getByRole('row', { name: /read:tasks/ })
    await row.getByRole('link', { name: 'MyTodos.io' }).click()
    await placeTitle(screens, 'Applications').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/applications/my-todos')
  })

  test('an API that is changed by another door changes here', async () => {
    const identifier = 'https://photobox.test/api'
    await openPlace(screens, `/apis/${encodeURIComponent(identifier)}`, 'APIs')
    await screens.call('apis.change', { identifier, changes: { tokenFormat: 'opaque', tokenLifetime: 90 } })
    await region('API').getByText('Opaque: the API asks the issuer').waitFor()
    await region('API').getByText('90 seconds').waitFor()
  })

  test('a user shows the password when somebody wants to see it', async () => {
    await openPlace(screens, '/users', 'Users')
    await option(/Carol/).click()
    await expect.poll(() => addressOf(screens)).toBe('/users/carol')
    await region('User').getByRole('button', { name: 'Show Password' }).click()
    await region('User').getByRole('button', { name: 'Copy Password' }).waitFor()
    await region('User').getByRole('button', { name: 'Show Secret' }).click()
    const secret = await copiedBy(screens, region('User').getByRole('button', { name: 'Copy Secret' }))
    expect(secret).toMatch(/^[A-Z2-7]+$/)
  })

  test('a user has claims, and each says which scope releases it', async () => {
    await openPlace(screens, '/users/alice?tab=claims', 'Users')
    const row = (name: RegExp) => region('User').getByRole('row', { name })
    await row(/^email alice@organizer\.test email$/).waitFor()
    await row(/^roles .* profile$/).waitFor()
    await region('User').getByRole('tab', { name: 'JSON' }).click()
    await region('User').getByRole('tree', { name: 'the user' }).waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/users/alice?tab=json')
  })

  test('what is not there says so and leads on', async () => {
    await openPlace(screens, '/users/nobody', 'Users')
    await screens.page.getByText('There is no user nobody').waitFor()
    await screens.page.getByRole('link', { name: 'See all users' }).click()
    await expect.poll(() => addressOf(screens)).toBe('/users')
    await openPlace(screens, '/apis/none', 'APIs')
    await screens.page.getByText('There is no API none').waitFor()
  })

  test('a user who goes while they are looked at is said to be gone', async () => {
    await openPlace(screens, '/users/bob', 'Users')
    await region('User').getByText('bob', { exact: true }).first().waitFor()
    await screens.call('users.remove', { username: 'bob' })
    await screens.page.getByText('There is no user bob').waitFor()
  })
})

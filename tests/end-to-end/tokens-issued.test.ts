import { refreshTokenGrant } from 'openid-client'
import { beforeAll, describe, expect, test } from 'vitest'

import { discover } from '../protocol/support.ts'
import { addressOf, openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { signInToTodos } from './support/sign-in-to-todos.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('tokens of this issuer', () => {
  const screens = useScreens({ remembered: VISITED })
  const main = () => screens.page.getByRole('main')
  const rows = () => screens.page.getByRole('table', { name: 'Tokens that this issuer gave' }).getByRole('row')
  const detail = () => screens.page.getByRole('region', { name: 'The token', exact: true })
  const notice = (text: string) => main().getByText(text, { exact: false }).first()
  const button = (name: string) => main().getByRole('button', { name, exact: true })

  test('are none at first, and come in by themselves', async () => {
    await screens.call('exchanges.remove', {})
    await openPlace(screens, '/tokens/issued', 'Tokens')
    await main().getByText('No token was given yet').waitFor()
    await signInToTodos(screens.program.issuer)
    await rows().filter({ hasText: 'Refresh token' }).waitFor()
    expect(await rows().count()).toBe(4)
  })

  test('are filtered by the address, and by what is picked', async () => {
    await openPlace(screens, '/tokens/issued?kind=id_token', 'Tokens')
    await rows().filter({ hasText: 'ID token' }).waitFor()
    expect(await rows().count()).toBe(2)
    await main().getByLabel('State').selectOption('revoked')
    await main().getByText('No token fits').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/tokens/issued?kind=id_token&state=revoked')
    await button('Show all').click()
    await rows().filter({ hasText: 'Access token' }).waitFor()
  })

  test('lead by keyboard to what made them, are introspected, and revoked with what falls with them', async () => {
    const { page } = screens
    const tokens = await signInToTodos(screens.program.issuer, 'bob')
    await refreshTokenGrant(await discover(screens.program.issuer, 'my-todos'), tokens.refresh_token ?? '')
    await openPlace(screens, '/tokens/issued?user=bob&kind=refresh_token', 'Tokens')
    await rows().filter({ hasText: 'rotated' }).waitFor()
    await rows().filter({ hasText: 'active' }).getByRole('link').focus()
    await page.keyboard.press('Enter')
    await detail().getByText('Made by').waitFor()
    await detail().getByRole('link', { name: 'POST /token' }).first().waitFor()
    await detail().getByRole('button', { name: 'Introspect', exact: true }).click()
    await detail().getByText('"client_id": "my-todos"', { exact: false }).waitFor()
    await detail().getByRole('button', { name: 'Revoke the token…' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Revoke this refresh token?' })
    await dialog.getByText('So do all JWT access tokens of the grant.', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: 'Revoke', exact: true }).click()
    await detail().getByText('revoked', { exact: true }).waitFor()
    await detail().getByText('It is over already').waitFor()
    const { items } = await screens.call('tokens.list', { user: 'bob', state: 'active' })
    expect(items.map(({ kind }) => kind)).toEqual(['id_token', 'id_token'])
  })

  describe('Forge', () => {
    beforeAll(async () => {
      if (noShell) return
      await signInToTodos(screens.program.issuer)
      await openPlace(screens, '/tokens/forge', 'Tokens')
      await button('Newest access token').click()
      await main().getByLabel('Claims: aud').waitFor()
    })

    async function forgeAndTry(variation: string | undefined): Promise<void> {
      await button('Put back').click()
      if (variation !== undefined) await button(variation).click()
      await button('Forge').click()
      await notice('made in Forge').waitFor()
      await main().getByText('forge again to try that').waitFor({ state: 'detached' })
      await button('Send it').click()
    }

    test.each([
      ['Expired', 'the token expired at'],
      ['Wrong audience', "the token's audience is https://elsewhere.example/api"],
      ['No signature', 'the token is signed with alg none'],
      ['HMAC of the public key', 'would have found the signature good'],
      ['Altered, old signature', 'the signature does not match key'],
      ['kid is a path', 'Its kid is a path'],
    ])('%s is refused, and the API says why', async (variation, reason) => {
      await forgeAndTry(variation)
      await notice('Refused with 401').waitFor()
      await notice(reason).waitFor()
    })

    test('Extra scope under the issuer’s own key is taken, and it is said why that matters', async () => {
      await forgeAndTry('Extra scope')
      await notice('That is the point of guarding signing keys').waitFor()
    })

    test('takes claims as JSON, and says what is none', async () => {
      await main().getByText('JSON', { exact: true }).click()
      const claims = main().getByLabel('Claims as JSON')
      await claims.fill('[]')
      await notice('A JSON object is expected here').waitFor()
      await claims.fill('{"sub":"somebody"}')
      await main().getByText('Form', { exact: true }).click()
      expect(await main().getByLabel('Claims: sub').inputValue()).toBe('somebody')
    })

    test('marks the token where it is read again', async () => {
      await forgeAndTry('Wrong issuer')
      await main().getByRole('link', { name: 'Open in Tokens' }).click()
      await main().getByText('forged here').waitFor()
      await notice('Wrong issuer: made in Forge').waitFor()
    })
  })

  describe('What would Alice get?', () => {
    test('says each claim and its setting, gives nothing, and follows what is picked', async () => {
      const { recorded } = await screens.call('exchanges.stats', {})
      await openPlace(screens, '/tokens/preview', 'Tokens')
      const idToken = screens.page.getByRole('region', { name: 'ID token' })
      await idToken.getByText('alice@organizer.test').waitFor()
      await idToken.getByRole('link', { name: 'a claim of the user, released by the scope email' }).first().waitFor()
      await main().getByRole('checkbox', { name: 'email' }).click()
      await idToken.getByText('alice@organizer.test').waitFor({ state: 'detached' })
      await idToken.getByText('would come with email').first().waitFor()
      await main().getByLabel('User', { exact: true }).selectOption('bob')
      await idToken.getByText('Bob', { exact: false }).first().waitFor()
      await main().getByRole('checkbox', { name: 'phone' }).click()
      await notice('Refused at /authorize').waitFor()
      expect((await screens.call('exchanges.stats', {})).recorded).toBe(recorded)
    })

    test('leads to the walkthrough that gets the same', async () => {
      await openPlace(screens, '/tokens/preview?client=my-todos&user=bob&scope=openid+read:tasks', 'Tokens')
      await main().getByRole('link', { name: 'Walk it' }).click()
      await screens.page.waitForURL(/\/walkthroughs\/authorization-code-pkce\?.*user=bob/)
    })
  })
})

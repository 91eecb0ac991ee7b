import { beforeAll, describe, test } from 'vitest'

import { converse } from './support/converse.ts'
import { expectGoodLooks } from './support/looks.ts'
import { openPlace } from './support/open-place.ts'
import { signInToTodos } from './support/sign-in-to-todos.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
  { width: 390, height: 844 },
] as const

const VIEWS = [
  ['issued', '/tokens/issued', 'Access token'],
  ['issued-token', '/tokens/issued?token=ACCESS', 'End the whole grant'],
  ['issued-none', '/tokens/issued?user=mallory', 'No token fits'],
  ['issued-gone', '/tokens/issued?token=none', 'not known any more'],
  ['preview', '/tokens/preview', 'Alice Adams'],
  ['preview-refused', '/tokens/preview?client=my-todos&scope=openid+phone', 'Refused at /authorize'],
  ['preview-machine', '/tokens/preview?client=taxi-finder&how=client_credentials&scope=geocode', 'World'],
  ['forge', '/tokens/forge', 'Quick variations'],
] as const

describe.skipIf(noShell || shellName !== 'browser')('how tokens of this issuer look', () => {
  const screens = useScreens({ remembered: VISITED, reducedMotion: true })
  let access = ''

  beforeAll(async () => {
    if (noShell) return
    await converse(screens.program.issuer)
    await signInToTodos(screens.program.issuer)
    const { items } = await screens.call('tokens.list', { kind: 'access_token', client_id: 'my-todos' })
    access = items[0]?.id ?? ''
  })

  async function lookAt(name: string, words: string): Promise<void> {
    const { page } = screens
    await expectGoodLooks(page, `tokens/${name}`, () =>
      page.locator('main').getByText(words).filter({ visible: true }).first().waitFor(),
    )
  }

  test.each(VIEWS)(
    '%s is accessible and keeps within the window, at each size, in both themes',
    async (name, path, words) => {
      await openPlace(screens, path.replace('ACCESS', access), 'Tokens')
      await lookAt(name, words)
    },
  )

  test('a forged token that was tried, likewise', async () => {
    const { page } = screens
    await page.setViewportSize(SIZES[0])
    await openPlace(screens, '/tokens/forge', 'Tokens')
    await page.getByRole('button', { name: 'HMAC of the public key' }).click()
    await page.getByRole('button', { name: 'Forge', exact: true }).click()
    await page.getByRole('button', { name: 'Send it' }).click()
    await lookAt('forged', 'What the API keeps to itself')
  })
})

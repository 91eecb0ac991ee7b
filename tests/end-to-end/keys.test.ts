import { generateKeyPairSync } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import { expectAccessible, expectNothingSticksOut } from './support/accessibility.ts'
import { expectGoodLooks } from './support/looks.ts'
import { addressOf, openPlace } from './support/open-place.ts'
import { takePicture } from './support/picture.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('the keys', () => {
  const screens = useScreens({ remembered: VISITED })
  const dialog = () => screens.page.getByRole('dialog')
  const button = (name: string) => screens.page.getByRole('button', { name, exact: true })
  const keys = async (alg: string) => (await screens.call('keys.list', {})).items.filter((key) => key.alg === alg)
  const signer = async (alg: string) => (await keys(alg)).find(({ state }) => state === 'active')?.kid ?? ''
  const undo = (text: string) =>
    screens.page.getByRole('listitem').filter({ hasText: text }).getByRole('button', { name: 'Undo' }).click()

  test('are rotated by keyboard, once it was said what clients will see', async () => {
    const before = await signer('RS256')
    await openPlace(screens, '/keys', 'Keys')
    await button('Rotate RS256').press('Enter')
    await dialog().getByText('tokens that were given stay good').waitFor()
    await dialog().getByRole('row').filter({ hasText: 'made anew' }).getByText('new', { exact: true }).waitFor()
    expect(await signer('RS256')).toBe(before)
    await dialog().getByRole('button', { name: 'Rotate RS256' }).press('Enter')
    await expect.poll(() => signer('RS256')).not.toBe(before)
    await expect.poll(() => addressOf(screens)).toBe(`/keys/${await signer('RS256')}`)
    await undo('A new key signs RS256')
    await expect.poll(() => signer('RS256')).toBe(before)
  })

  test('are brought along as PEM; what is no key is said at its field, and what is one is never shown', async () => {
    await openPlace(screens, '/keys', 'Keys')
    await screens.page.getByRole('link', { name: 'Add a key' }).click()
    await screens.page.getByText('Bring one along').click()
    const field = screens.page.getByRole('textbox', { name: 'Private key' })
    await field.fill('🔑 <script>alert(1)</script>')
    await button('See what would change').click()
    await screens.page.getByText('neither JSON (a JWK) nor PEM').waitFor()
    await screens.page
      .getByLabel('File with a private key')
      .setInputFiles({ name: 'key.pem', mimeType: 'application/x-pem-file', buffer: Buffer.from(PEM) })
    await expect.poll(() => field.inputValue()).toBe(PEM)
    await screens.page.getByRole('textbox', { name: 'kid' }).fill('brought-along')
    await button('See what would change').click()
    await dialog().getByText('signs every ES256 token from now on').waitFor()
    await dialog().getByRole('button', { name: 'Add key' }).click()
    await expect.poll(() => signer('ES256')).toBe('brought-along')
    await screens.page.getByRole('region', { name: 'Key', exact: true }).getByText('Signs now').waitFor()
    expect(await screens.page.content()).not.toContain('PRIVATE KEY')
  })

  test('that sign no more can sign again, or be dropped and put back', async () => {
    const [old = ''] = (await keys('ES256')).filter(({ state }) => state === 'retiring').map(({ kid }) => kid)
    await openPlace(screens, `/keys/${old}`, 'Keys')
    await button('Drop now').click()
    await dialog().getByText('stops verifying').waitFor()
    await dialog().getByText('goes', { exact: true }).waitFor()
    await dialog().getByRole('button', { name: 'Drop now' }).click()
    await expect.poll(async () => (await keys('ES256')).length).toBe(1)
    await undo('was dropped')
    await expect.poll(async () => (await keys('ES256')).length).toBe(2)
    await openPlace(screens, `/keys/${old}`, 'Keys')
    await button('Sign with it').click()
    await dialog().getByRole('button', { name: 'Sign with it' }).click()
    await expect.poll(() => signer('ES256')).toBe(old)
  })

  test('look good, with what is done to them', async () => {
    await openPlace(screens, `/keys/${await signer('ES256')}`, 'Keys')
    await screens.page.getByText('Public part').waitFor()
    await expectGoodLooks(screens.page, 'keys/key')
    await button('Retire').click()
    await dialog().getByText('a new one is made').waitFor()
    await expectNothingSticksOut(screens.page)
    await expectAccessible(screens.page)
    await takePicture(screens.page, 'keys/retire')
  })
})

/** Tokens are read: pasted, recognised, taken apart, verified, opened, and compared. */
import { beforeAll, describe, expect, test } from 'vitest'

import { CORE_A2, CORE_A3, CORE_KEY, RFC7515_A3, RFC7516_A3 } from '#shared/tokens/examples.ts'

import { converse } from './support/converse.ts'
import { expectGoodLooks } from './support/looks.ts'
import { addressOf, openPlace } from './support/open-place.ts'
import { isStandIn, noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'
import { CODE, openRun } from './support/walk.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
  { width: 390, height: 844 },
] as const

describe.skipIf(noShell || isStandIn)('the tokens', () => {
  const screens = useScreens({ remembered: VISITED, reducedMotion: true })
  let response = ''
  let id_token = ''

  beforeAll(async () => {
    if (noShell) return
    const { tokens } = await converse(screens.program.issuer)
    response = JSON.stringify(tokens)
    id_token = tokens.id_token ?? ''
  })

  const box = () => screens.page.getByRole('textbox', { name: 'The token as text' })
  const says = () => screens.page.getByRole('region', { name: 'What it says' })
  const signature = () => screens.page.getByRole('region', { name: 'Signature' })
  const text = (words: string | RegExp) => screens.page.getByText(words).filter({ visible: true }).first()

  async function paste(token: string): Promise<void> {
    await openPlace(screens, '/tokens', 'Tokens')
    await box().focus()
    await screens.page.keyboard.insertText(token)
  }

  test('a whole response is pasted by keyboard, and each of its tokens read, verified and hashed again', async () => {
    await paste(response)
    await signature().getByText('Signature holds').waitFor()
    expect(
      await says()
        .getByText(/\d+ rules kept/)
        .count(),
    ).toBe(1)
    expect(await says().getByText('broken').count()).toBe(0)
    await screens.page.getByRole('radio', { name: 'id_token' }).focus()
    await screens.page.keyboard.press('ArrowRight')
    await says().getByText('client_id', { exact: true }).waitFor()
    await signature().getByText('Signature holds').waitFor()
    await screens.page.keyboard.press('ArrowRight')
    await says().getByText('An opaque token').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/tokens')
  })

  test('a claim that is looked at is marked where it stands, in the JSON and in the text', async () => {
    await paste(id_token)
    await says().getByRole('link', { name: 'iss' }).focus()
    const marked = screens.page
      .locator('figure')
      .getByText('"iss"')
      .locator('xpath=ancestor-or-self::span[contains(@class,"bg-warn-soft")]')
    await marked.waitFor()
    const encoded = await screens.page.locator('div[aria-hidden] > span.bg-warn-soft').allTextContents()
    const padded = encoded.join('')
    expect(id_token.split('.')[1]).toContain(padded)
    expect(padded.length).toBeGreaterThan(20)
    await signature().getByRole('button', { name: 'Bytes covered' }).click()
    const covered = await screens.page.locator('div[aria-hidden] > span.bg-warn-soft').allTextContents()
    expect(covered.join('')).toBe(id_token.slice(0, id_token.lastIndexOf('.')))
  })

  test('the hash in an ID token is made again from what stands beside it', async () => {
    await openPlace(screens, '/tokens', 'Tokens')
    await screens.page.getByRole('button', { name: 'A callback address' }).click()
    await says().getByText('Left half of SHA-256 of the access token, made again: equal.').waitFor()
    await box().fill(CORE_A3.text.replace('access_token=jH', 'access_token=jI'))
    await says().getByText('this is another access token').waitFor()
    await says().getByText('2 broken').waitFor()
  })

  test('an altered token, one without a signature and one of a key that there is not are told apart', async () => {
    const [head = '', payload = '', sign = ''] = id_token.split('.')
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
    await paste(`${head}.${encode({ ...claims, sub: 'mallory' })}.${sign}`)
    await signature().getByText('Signature does not hold').waitFor()
    expect(await signature().getByRole('status').innerText()).toMatch(/altered/)
    await box().fill(`${encode({ ...header, kid: 'made-up' })}.${payload}.${sign}`)
    await signature().getByText('There is no key “made-up”').waitFor()
    await box().fill(`${encode({ ...header, alg: 'none' })}.${payload}.`)
    await signature().getByText('alg is none').waitFor()
    await says().getByText('1 broken').waitFor()
    await says().getByRole('tab', { name: 'Rules' }).click()
    await says().getByText('alg is none: anybody could have written it.').waitFor()
    await says().getByRole('combobox', { name: 'Read as' }).selectOption('Logout token')
    await says().getByText('events names the logout').waitFor()
  })

  test('a token of somebody else is verified with a pasted key, and an address that does not answer says so', async () => {
    await paste(CORE_A2.text)
    await signature().getByText('Not checked').waitFor()
    await signature().getByRole('button', { name: /^Keys/ }).click()
    const address = signature().getByRole('textbox', { name: /^Address/ })
    expect(await address.inputValue()).toBe('https://server.example.com')
    await address.fill('http://127.0.0.1:9/jwks')
    await address.press('Enter')
    await signature().getByText('The address does not answer').waitFor()
    await address.fill('ftp://x')
    await address.press('Enter')
    await signature().getByText('It has to begin with http:// or https://.').waitFor()
    await signature().getByRole('radio', { name: 'A key', exact: true }).check({ force: true })
    await signature().getByRole('textbox', { name: 'Public key' }).fill(RFC7515_A3.key)
    await signature().getByText('RS256 needs another type of key').waitFor()
    await signature().getByRole('textbox', { name: 'Public key' }).fill(CORE_KEY)
    await signature().getByText('RS256 with key 1e9gdk7').waitFor()
    await signature().getByText('Signature holds').waitFor()
  })

  test('an encrypted token opens with its key, and says why it does not with another', async () => {
    await paste(RFC7516_A3.text)
    await says().getByText('How the content is encrypted').waitFor()
    const { page } = screens
    await page.getByRole('textbox', { name: 'Private key or secret' }).fill(CORE_KEY)
    await page.getByRole('button', { name: 'Decrypt' }).click()
    await text('The key is of another type').waitFor()
    await page.getByRole('textbox', { name: 'Private key or secret' }).fill(RFC7516_A3.key)
    await page.getByRole('button', { name: 'Decrypt' }).click()
    await text('Live long and prosper.').waitFor()
    await page.getByRole('button', { name: 'Show the outside' }).click()
    await page.getByRole('button', { name: 'Decrypt' }).waitFor()
  })

  test('a megabyte does not stop the screen', async () => {
    await openPlace(screens, '/tokens', 'Tokens')
    const started = performance.now()
    await box().fill(`${id_token} ${'word.and-more '.repeat(75_000)}`)
    await signature().getByText('Signature holds').waitFor()
    // It takes a fraction of that; taking the text apart letter by letter would take minutes.
    expect(performance.now() - started).toBeLessThan(10_000)
    await screens.page.getByRole('button', { name: 'Clear' }).click()
    await text('Paste a token').waitFor()
  })

  test('a walkthrough hands its token over, and no address or storage has it', async () => {
    await openRun(screens, 'authorization-code-pkce', CODE, { to: 'call-api' })
    await screens.page.getByRole('tab', { name: 'Tokens' }).click()
    await screens.page.getByRole('link', { name: 'Open in Tokens' }).first().click()
    await box().waitFor()
    const token = await box().inputValue()
    expect(token.length).toBeGreaterThan(10)
    await expect.poll(() => addressOf(screens)).toBe('/tokens')
    const kept = await screens.page.evaluate(() =>
      JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, history.state]),
    )
    expect(kept).not.toContain(token)
  })

  test('two responses are compared, token by token', async () => {
    await openPlace(screens, '/tokens', 'Tokens')
    await box().fill(CORE_A2.text)
    await screens.page
      .getByRole('navigation', { name: 'What to do with tokens' })
      .getByRole('link', { name: 'Compare' })
      .click()
    const [one, other] = [
      screens.page.getByRole('textbox', { name: 'One token' }),
      screens.page.getByRole('textbox', { name: 'The other' }),
    ]
    expect(await one.inputValue()).toBe(CORE_A2.text)
    await other.fill(id_token)
    const row = (name: string) =>
      screens.page.getByRole('row').filter({ has: screens.page.getByRole('rowheader', { name, exact: true }) })
    await row('iss').getByText('changed').waitFor()
    await row('exp').getByText('another time').waitFor()
    await row('nonce').getByText('removed').waitFor()
    await screens.page.getByRole('button', { name: 'Swap' }).click()
    expect(await one.inputValue()).toBe(id_token)
    await row('nonce').getByText('added').waitFor()
    await other.fill(id_token)
    await text('They say the same.').waitFor()
  })

  test('an address of a view that is not there leads to one that is', async () => {
    await openPlace(screens, '/tokens/nothing', 'Tokens')
    await screens.page.getByRole('main').getByRole('link', { name: 'Read a token' }).click()
    await box().waitFor()
  })

  describe.skipIf(shellName !== 'browser')('look', () => {
    const other = () => id_token
    test.each([
      ['empty', '/tokens', () => '', 'Paste a token', ''],
      ['id-token', '/tokens', () => response, 'Signature holds', ''],
      ['rules', '/tokens', () => CORE_A3.text, 'Not checked', 'Rules'],
      ['encrypted', '/tokens', () => RFC7516_A3.text, 'Decrypt', ''],
      ['compare', '/tokens/compare', () => CORE_A2.text, 'Differences', ''],
    ])(
      '%s is accessible and keeps within the window, at each size, in both themes',
      async (name, path, token, words, tab) => {
        const { page } = screens
        await page.setViewportSize(SIZES[0])
        await openPlace(screens, path, 'Tokens')
        if (path === '/tokens') await box().fill(token())
        else {
          await page.getByRole('textbox', { name: 'One token' }).fill(token())
          await page.getByRole('textbox', { name: 'The other' }).fill(other())
        }
        if (tab !== '') await page.getByRole('tab', { name: tab }).click()
        await expectGoodLooks(page, `tokens/${name}`, () => text(words).waitFor())
      },
    )
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { converse } from './support/converse.ts'
import { addressOf, copiedBy, openPlace } from './support/open-place.ts'
import { takePicture } from './support/picture.ts'
import { isStandIn, noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

describe.skipIf(noShell || isStandIn)('an exchange of Traffic', () => {
  const screens = useScreens({ remembered: VISITED })
  const detail = () => screens.page.getByRole('region', { name: 'Exchange', exact: true })
  const button = (name: string | RegExp) => detail().getByRole('button', { name })
  const ids = { authorization: 0, token: 0, refused: 0, api: 0, login: 0 }

  beforeAll(async () => {
    if (noShell) return
    const { state } = await converse(screens.program.issuer)
    const first = async (filter: object) => (await screens.call('exchanges.list', filter)).items
    const asked = await first({ endpoint: 'authorization', search: state })
    ids.authorization = asked.find(({ url }) => url.includes('response_type'))?.id ?? 0
    ids.token = (await first({ endpoint: 'token', hasError: false })).at(-1)?.id ?? 0
    ids.refused = (await first({ endpoint: 'token', hasError: true }))[0]?.id ?? 0
    ids.api = (await first({ endpoint: 'api', hasError: false }))[0]?.id ?? 0
    ids.login = (await first({ endpoint: 'interaction' })).at(-1)?.id ?? 0
  })

  test('has its cookies taken apart, and each attribute explained', async () => {
    await openPlace(screens, `/traffic/${ids.authorization}`, 'Traffic')
    const set = detail().getByRole('list', { name: /were set$/ })
    await set
      .getByText(/^valetkey_\d+_interaction$/)
      .first()
      .waitFor()
    await set.getByText('nobody else can go on with this sign-in', { exact: false }).first().waitFor()
    await set.getByText('No script can read it.').first().waitFor()
    await openPlace(screens, `/traffic/${ids.login}`, 'Traffic')
    await detail()
      .getByRole('list', { name: /came along$/ })
      .getByText(/_interaction$/)
      .first()
      .waitFor()
  })

  test('has its tokens decoded in place, with what each claim means', async () => {
    await openPlace(screens, `/traffic/${ids.token}`, 'Traffic')
    const token = detail().getByRole('group').filter({ hasText: 'id_token' }).first()
    await token.getByText('Decode').click()
    await token.getByRole('link', { name: 'sub', exact: true }).waitFor()
    await token.getByText('Expires').waitFor()
    await token.getByText('RS256').first().waitFor()
  })

  test('says when it was, and leads to what was before and after it', async () => {
    await openPlace(screens, `/traffic/${ids.token}`, 'Traffic')
    await detail()
      .getByText(/into its sign-in \(\d+ of \d+\)/)
      .waitFor()
    const nav = detail().getByRole('navigation', { name: 'Before and after within this sign-in' })
    await nav.getByRole('link', { name: /^After/ }).click()
    await screens.page.waitForURL((url) => url.pathname !== `/traffic/${ids.token}`)
    await nav.getByRole('link', { name: /^Before POST \/token/ }).click()
    await screens.page.waitForURL(`**/traffic/${ids.token}`)
  })

  test('stands in the diagram of its sign-in, in which each arrow leads to its own', async () => {
    await openPlace(screens, `/traffic/${ids.token}?tab=diagram`, 'Traffic')
    const messages = detail().getByRole('list', { name: 'What travelled in this sign-in' })
    await messages.getByRole('button', { name: /Browser to CalendarApp: GET \/callback\?code/ }).waitFor()
    await messages
      .getByRole('button', { name: /CalendarApp to Issuer: POST \/token/ })
      .first()
      .waitFor()
    await messages
      .getByRole('button', { name: /Browser to Issuer: GET \/authorize,/ })
      .first()
      .focus()
    await screens.page.keyboard.press('Enter')
    await screens.page.waitForURL(`**/traffic/${ids.authorization}?tab=diagram`)
    await messages
      .getByRole('button', { name: /GET \/authorize,/, pressed: true })
      .first()
      .waitFor()
  })

  test('can be had as code, and copied', async () => {
    await openPlace(screens, `/traffic/${ids.refused}?tab=code`, 'Traffic')
    const curl = await copiedBy(screens, button('Copy code for curl'))
    expect(curl).toContain('-d grant_type=refresh_token')
    await detail().getByText('fetch', { exact: true }).click()
    await detail().getByRole('figure', { name: /fetch/ }).getByText('await fetch(').waitFor()
    await expect.poll(() => addressOf(screens)).toContain('code=javascript')
    await button('Copy as').click()
    await screens.page.getByRole('menuitem', { name: 'HTTPie' }).click()
    await screens.page.getByText('Copied as HTTPie').first().waitFor()
  })

  test('is edited and sent again, with a warning of what will come of it; the result opens and says what it is', async () => {
    await openPlace(screens, `/traffic/${ids.refused}`, 'Traffic')
    await button('Edit and resend').click()
    await detail().getByText('a second use revokes all that came of it', { exact: false }).waitFor()
    const grant = detail().getByRole('textbox', { name: 'Value of grant_type' })
    expect((await grant.boundingBox())?.height).toBeGreaterThan(10)
    expect(await grant.evaluate((field) => field.closest('ul')?.clientHeight)).toBeGreaterThan(60)
    await grant.fill('magic')
    await grant.press('Enter')
    await button('Send it').click()
    await detail().getByText('unsupported_grant_type').first().waitFor()
    await detail()
      .getByRole('link', { name: `from exchange ${ids.refused}` })
      .click()
    await screens.page.waitForURL(`**/traffic/${ids.refused}`)
    const { items } = await screens.call('exchanges.list', { endpoint: 'token', limit: 1 })
    expect(items[0]).toMatchObject({ mark: { kind: 'resent', from: String(ids.refused) } })
  })

  test('is not sent to anywhere else, and says so', async () => {
    await openPlace(screens, `/traffic/${ids.api}?do=resend`, 'Traffic')
    await detail().getByText('Method and address').click()
    const address = detail().getByRole('textbox', { name: 'Address, without its parameters' })
    await address.fill('https://example.com/')
    await address.press('Enter')
    await detail().getByText('It leaves this machine', { exact: false }).waitFor()
    await button('Send it').click()
    await detail().getByText('https://example.com is neither the issuer', { exact: false }).waitFor()
    await button('Cancel').click()
    await detail().getByRole('tab', { name: 'Exchange' }).waitFor()
  })

  test('is pinned and noted, by keyboard, and found by its note', async () => {
    await openPlace(screens, `/traffic/${ids.refused}`, 'Traffic')
    await button('Pin it, so that it stays').click()
    await detail().getByText('Pinned: it stays', { exact: false }).waitFor()
    await button('Write a note').press('Enter')
    await screens.page.keyboard.type('Two tabs at once: zugzwang')
    await screens.page.keyboard.press('Control+Enter')
    await detail().getByText('Two tabs at once: zugzwang').waitFor()
    const found = await screens.call('exchanges.list', { search: 'zugzwang' })
    expect(found.items.map(({ id }) => id)).toEqual([ids.refused])
    await button('No longer pin it').click()
    await button('Pin it, so that it stays').waitFor()
  })

  test('opens as a walkthrough: its setup, or a run that has come as far', async () => {
    await openPlace(screens, `/traffic/${ids.token}`, 'Traffic')
    await button('More').click()
    await screens.page.getByRole('menuitem', { name: /^Open as a walkthrough/ }).click()
    await screens.page.waitForURL(/\/walkthroughs\/authorization-code\?client=calendar-app&/)
    expect(new URL(screens.page.url()).searchParams.get('layers')?.split(' ')).toContain('pkce')
    await openPlace(screens, `/traffic/${ids.token}`, 'Traffic')
    await button('More').click()
    await screens.page.getByRole('menuitem', { name: /^Walk up to this step/ }).click()
    await screens.page.waitForURL(/\/walkthroughs\/authorization-code\/[\w-]+/)
    await screens.page
      .getByRole('heading', { level: 2, name: /^\d+\. Exchange the code|^\d+\. .*code/i })
      .first()
      .waitFor()
  })

  test('stands beside another one, with what differs marked', async () => {
    await openPlace(screens, `/traffic?select=${ids.token},${ids.refused}`, 'Traffic')
    const table = detail().getByRole('table', { name: 'Two exchanges side by side' })
    await table.getByRole('row', { name: /^grant_type \(differs\) authorization_code refresh_token/ }).waitFor()
    await table
      .getByRole('row', { name: /^error \(differs\) not there invalid_grant/ })
      .first()
      .waitFor()
    expect(await table.getByRole('row', { name: /^method/ }).count()).toBe(0)
    await detail().getByRole('checkbox', { name: 'Show what is the same, too' }).check()
    await table.getByRole('row', { name: 'method POST POST' }).waitFor()
    await table.getByRole('link', { name: `Exchange ${ids.refused}` }).click()
    await screens.page.waitForURL(`**/traffic/${ids.refused}`)
  })

  test('is deleted with others that were chosen', async () => {
    for (const word of ['one', 'two', 'three']) await fetch(`${screens.program.issuer}/throw-away?${word}`)
    const { items } = await screens.call('exchanges.list', { search: 'throw-away' })
    await openPlace(screens, `/traffic?select=${items.map(({ id }) => id).join(',')}`, 'Traffic')
    await detail().getByText('3 exchanges chosen').waitFor()
    await button('Delete').click()
    await screens.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await screens.page.getByText('3 exchanges deleted.').first().waitFor()
    expect((await screens.call('exchanges.list', { search: 'throw-away' })).items).toEqual([])
  })

  test('is deleted after a question', async () => {
    await fetch(`${screens.program.issuer}/delete-this-one`)
    const { items } = await screens.call('exchanges.list', { search: 'delete-this-one' })
    const id = items[0]?.id ?? 0
    await openPlace(screens, `/traffic/${id}`, 'Traffic')
    await button('More').click()
    await screens.page.getByRole('menuitem', { name: 'Delete this exchange' }).click()
    await screens.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await screens.page.waitForURL(/\/traffic$/)
    expect((await screens.call('exchanges.list', { search: 'delete-this-one' })).items).toEqual([])
  })

  // The stand-in of the desktop hands no downloads on.
  describe.skipIf(shellName !== 'browser')('as a file', () => {
    const directory = mkdtempSync(join(tmpdir(), 'valetkey-test-'))
    afterAll(() => rmSync(directory, { recursive: true, force: true }))

    test('is saved in each format, secrets masked unless they are asked for', async () => {
      const saved = async (format: string, secrets: boolean) => {
        await openPlace(screens, '/traffic', 'Traffic')
        await screens.page.getByRole('button', { name: 'Export', exact: true }).click()
        const dialog = screens.page.getByRole('dialog')
        await dialog.getByText(format, { exact: true }).click()
        if (secrets) await dialog.getByRole('checkbox', { name: 'Include secrets' }).check()
        const download = screens.page.waitForEvent('download')
        await dialog.getByRole('button', { name: 'Save the file' }).click()
        const file = join(directory, `${format}.${String(secrets)}`)
        await (await download).saveAs(file)
        return readFileSync(file, 'utf8')
      }
      const har = await saved('HAR 1.2', true)
      expect(har).toContain('"version": "1.2"')
      const secret = /"Basic ([\w=]+)"/.exec(har)?.[1] ?? '?'
      expect(Buffer.from(secret, 'base64').toString()).toBe('calendar%2Dapp:calendar%2Dapp%2Dsecret')
      const [masked, markdown, html] = [
        await saved('HAR 1.2', false),
        await saved('Markdown', false),
        await saved('HTML', false),
      ]
      expect([masked, markdown, html].filter((text) => text.includes(secret))).toEqual([])
      expect(markdown).toContain('## Sign-in 1')
      await using reader = await openReport(html)
      await reader.page.getByRole('heading', { name: 'Sign-in 1, calendar-app, alice' }).waitFor()
      expect(await reader.page.locator('script').count()).toBe(0)
      const ground = () => reader.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      await reader.page.emulateMedia({ colorScheme: 'light' })
      const light = await ground()
      await reader.page.emulateMedia({ colorScheme: 'dark' })
      expect(await ground()).not.toBe(light)
      await takePicture(reader.page, 'traffic-report')
      expect(reader.asked).toEqual([])
    })

    test('is imported by choice or by dropping it, opens, and is marked', async () => {
      const har = readFileSync(join(directory, 'HAR 1.2.true'), 'utf8')
      await openPlace(screens, '/traffic', 'Traffic')
      const before = (await screens.call('exchanges.stats', {})).stored
      await screens.page.getByLabel('HAR file to import').setInputFiles(join(directory, 'HAR 1.2.true'))
      await screens.page
        .getByText(/exchanges imported from HAR 1\.2\.true/)
        .first()
        .waitFor()
      await detail().getByText('Imported from HAR 1.2.true.').waitFor()
      const imported = (await screens.call('exchanges.stats', {})).stored - before
      expect(imported).toBe((JSON.parse(har) as { log: { entries: object[] } }).log.entries.length)
      await drop('dropped.har', har)
      await screens.page
        .getByText(/exchanges imported from dropped\.har/)
        .first()
        .waitFor()
    })

    test('that is none is refused, with the place in it', async () => {
      const bad = join(directory, 'bad.har')
      const log = { version: '1.2', entries: [{ startedDateTime: '2026-11-20T09:41:07Z', request: { url: 5 } }] }
      writeFileSync(bad, JSON.stringify({ log }))
      await openPlace(screens, '/traffic', 'Traffic')
      await screens.page.getByLabel('HAR file to import').setInputFiles(bad)
      const dialog = screens.page.getByRole('dialog', { name: 'bad.har was not imported' })
      await dialog.getByText('log.entries[0].request.url', { exact: false }).waitFor()
      await dialog.getByRole('button', { name: 'Close' }).last().click()
      writeFileSync(bad, '{')
      await screens.page.getByLabel('HAR file to import').setInputFiles(bad)
      await dialog.getByText('The file is no JSON', { exact: false }).waitFor()
    })

    /** In a browser that knows nothing of the program; with what the page asks the network for. */
    async function openReport(html: string) {
      const context = await screens.page.context().browser()?.newContext()
      if (context === undefined) throw new Error('the page belongs to no browser')
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', (request) => void asked.push(request.url()))
      await page.setContent(html)
      return { page, asked, [Symbol.asyncDispose]: () => context.close() }
    }

    /** As a person does who drags it in from a folder. */
    async function drop(name: string, text: string): Promise<void> {
      const transfer = await screens.page.evaluateHandle(
        ([file = '', content = '']) => {
          const data = new DataTransfer()
          data.items.add(new File([content], file, { type: 'application/json' }))
          return data
        },
        [name, text],
      )
      await screens.page.dispatchEvent('main', 'dragenter', { dataTransfer: transfer })
      await screens.page.getByText('Drop a HAR file to import it').waitFor()
      await screens.page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
    }
  })
})

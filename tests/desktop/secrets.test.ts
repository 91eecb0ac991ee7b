/** What a person's own clients at other issuers prove themselves with, and this system's keychain. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'

import { callThroughPage } from '../end-to-end/support/desktop/call-through-page.ts'
import { noChromium, useDesktop } from './support/use-desktop.ts'

const SECRET = 'a-secret-that-stands-nowhere-else'

async function addIssuer(page: Page, address: string) {
  const clients = [{ client_id: 'mine', client_secret: SECRET }]
  return callThroughPage(page, 'issuers.create', { issuer: { id: 'there', address, clients } })
}

async function stateOf(page: Page) {
  const { keeping, items } = await callThroughPage(page, 'issuers.list', {})
  return { keeping, secret: items[0]?.clients[0]?.meta.secret }
}

function isOnDisk(folder: string): boolean {
  return readdirSync(folder).some((name) => readFileSync(join(folder, name), 'latin1').includes(SECRET))
}

describe.skipIf(noChromium)('secrets of clients at other issuers', () => {
  const desktop = useDesktop()

  it('are encrypted by the keychain, and there again at the next start', async () => {
    const home = await desktop.home()
    const first = await desktop.startRunning(home)
    await addIssuer(first.page, first.issuer)
    expect(await stateOf(first.page)).toEqual({ keeping: 'encrypted', secret: 'there' })
    first.standIn.signal('SIGTERM')
    expect(await first.standIn.ended).toBe(0)
    expect(isOnDisk(home.data)).toBe(false)

    const { page } = await desktop.startRunning(home)
    expect(await stateOf(page)).toEqual({ keeping: 'encrypted', secret: 'there' })
    await page.goto('https://valetkey.app.invalid/walkthroughs/issuers/there')
    await page.getByText('encrypted by this system’s keychain').first().waitFor()
    const choice = {
      issuer: 'there',
      client_id: 'mine',
      scope: [],
      layers: [],
      user: 'user',
      variant: 'client_secret_basic',
    }
    const run = await callThroughPage(page, 'runs.create', { flow: 'client-credentials', choice })
    expect(run.state).toBe('ready')
  })

  it('stay in memory where there is no keychain, and are asked for again', async () => {
    const home = await desktop.home()
    const first = await desktop.startRunning(home, { keychain: false })
    await addIssuer(first.page, first.issuer)
    expect(await stateOf(first.page)).toEqual({ keeping: 'until_end', secret: 'there' })
    first.standIn.signal('SIGTERM')
    expect(await first.standIn.ended).toBe(0)
    expect(isOnDisk(home.data)).toBe(false)

    const { page } = await desktop.startRunning(home, { keychain: false })
    expect(await stateOf(page)).toEqual({ keeping: 'until_end', secret: 'missing' })
    await page.goto('https://valetkey.app.invalid/walkthroughs/issuers/there')
    await page.getByText('secret is missing: type it in again').waitFor()
  })
})

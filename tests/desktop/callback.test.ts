/** The redirect address of native clients, `valetkey://callback`, however it comes. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'

import { callThroughPage } from '../end-to-end/support/desktop/call-through-page.ts'
import { listenThroughPage } from '../end-to-end/support/desktop/listen-through-page.ts'
import { noChromium, useDesktop } from './support/use-desktop.ts'

const CALLBACK = 'valetkey://callback?code=abc&state=xyz'

describe.skipIf(noChromium)('the redirect address of native clients', () => {
  const desktop = useDesktop()

  it('is the desktop app’s, as far as the system goes', async () => {
    const { standIn } = await desktop.startRunning(await desktop.home())
    const command = expect.arrayContaining([expect.stringMatching(/out\/desktop\/main\.js$/)]) as string[]
    expect(await standIn.tell('say what the system knows')).toMatchObject({ protocols: { valetkey: command } })
  })

  it('reaches the screens when the system hands it over by a second start', async () => {
    const home = await desktop.home()
    const { page, standIn } = await desktop.startRunning(home)
    const heard = await listenThroughPage(page, 'callback.received')
    await desktop.launch(home, { args: [CALLBACK] }).ended
    await expect.poll(heard).toEqual([{ url: CALLBACK }])
    expect(await standIn.windows()).toMatchObject([{ isFocused: true }])
  })

  it('is nothing else than that', async () => {
    const home = await desktop.home()
    const { page } = await desktop.startRunning(home)
    const heard = await listenThroughPage(page, 'callback.received')
    await desktop.launch(home, { args: ['valetkey://elsewhere?code=abc'] }).ended
    await desktop.launch(home, { args: ['https://callback/?code=abc'] }).ended
    await desktop.launch(home, { args: [CALLBACK] }).ended
    await expect.poll(heard).toEqual([{ url: CALLBACK }])
  })

  it('reaches the screens when the user agent is sent there', async () => {
    const { page, standIn, issuer } = await desktop.startRunning(await desktop.home())
    const heard = await listenThroughPage(page, 'callback.received')
    const client = {
      client_id: 'native',
      application_type: 'native' as const,
      redirect_uris: ['valetkey://callback'],
      token_endpoint_auth_method: 'none' as const,
      grant_types: ['authorization_code' as const],
      response_types: ['code' as const],
    }
    await callThroughPage(page, 'clients.create', { client })
    const query = new URLSearchParams({
      client_id: 'native',
      redirect_uri: 'valetkey://callback',
      response_type: 'code',
      scope: 'openid',
      state: 'xyz',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    })
    await openInUserAgent(page, `${issuer}/authorize?${query.toString()}`)
    const agent = await desktop.page((await standIn.window()).views[0]?.target ?? '')
    await agent.getByRole('button', { name: /Sign in as Alice/ }).click()
    await agent.getByRole('button', { name: 'Allow' }).click()
    const url = expect.stringMatching(/^valetkey:\/\/callback\?code=.+&state=xyz/) as string
    await expect.poll(heard).toEqual([{ url }])
  })
})

async function openInUserAgent(page: Page, address: string): Promise<void> {
  await page.getByRole('link', { name: 'Browser' }).click()
  await page.getByRole('textbox', { name: 'Address' }).fill(address)
  await page.keyboard.press('Enter')
}

/** An issuer that runs elsewhere: added, given a client, and walked at, signing in on its own pages. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { expectAccessible, expectNothingSticksOut } from './support/accessibility.ts'
import { addressOf } from './support/open-place.ts'
import { takePicture } from './support/picture.ts'
import { isStandIn, noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'
import { goOnTo, nextButton, press, runOf, steps } from './support/walk.ts'

const SECRET = 'a-secret-that-stands-nowhere-else'

describe.skipIf(noShell || isStandIn)('an issuer that runs elsewhere', () => {
  const screens = useScreens({ remembered: VISITED })
  let second: Core

  beforeAll(async () => {
    const redirect_uris = [`${new URL(screens.program.api).origin}/callback`]
    second = await createCore({
      port: 0,
      uiPort: 0,
      screens: false,
      config: {
        scenarios: [],
        users: [{ username: 'zoe', password: 'zoe', claims: { name: 'Zoe Zimmer' } }],
        clients: [
          {
            client_id: 'web',
            client_secret: SECRET,
            redirect_uris,
            grant_types: ['authorization_code'],
            response_types: ['code'],
            scope: 'openid profile',
          },
        ],
      },
    })
  })
  afterAll(() => second?.close())

  async function look(name: string): Promise<void> {
    const { page } = screens
    await expectAccessible(page)
    await expectNothingSticksOut(page)
    await takePicture(page, `issuers/${name}`)
  }

  test('is found in the palette, asked by its address, and a wrong address is said', async () => {
    const { page } = screens
    await screens.goto('/')
    await page.getByRole('link', { name: 'Walkthroughs' }).waitFor()
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox').fill('outside issuer')
    await page.getByRole('option', { name: /Other issuers/ }).click()
    await page.getByText('None yet').waitFor()

    const address = page.getByRole('textbox', { name: 'Address of the issuer' })
    await address.fill(`${second.issuer}/`)
    await address.press('Enter')
    await page.getByText('They differ in the slash at the end').waitFor()
    await page.getByRole('button', { name: `Use ${second.issuer}` }).click()
    await page.getByText(`${second.issuer} answers`).waitFor()
    await look('found')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByRole('heading', { level: 1, name: new URL(second.issuer).host }).waitFor()
  })

  test('is given a client, whose secret is never shown again', async () => {
    const { page } = screens
    const form = page.getByRole('form', { name: 'New client' })
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('This is needed.').first().waitFor()
    await form.getByRole('textbox', { name: 'client_id' }).fill('web')
    await form.getByLabel('client_secret', { exact: true }).fill(SECRET)
    await form.getByRole('textbox', { name: 'Scopes that it may ask for' }).fill('openid profile')
    await form.getByRole('button', { name: 'Save' }).click()
    await page.getByText('secret is kept').waitFor()
    expect(await page.content()).not.toContain(SECRET)
    await look('detail')

    await page.getByRole('button', { name: 'Edit web' }).click()
    const edit = page.getByRole('form', { name: 'Edit web' })
    await edit.getByText('One is kept. Leave it empty to keep it.').waitFor()
    await edit.getByRole('textbox', { name: 'Name' }).fill('My web app')
    await edit.getByRole('button', { name: 'Save' }).click()
    await page.getByText('My web app').waitFor()
    await page.getByText('secret is kept').waitFor()
    await page.getByRole('button', { name: 'Ask it anew' }).click()
    await page
      .getByText(/answers\. What it says of itself is up to date/)
      .first()
      .waitFor()
  })

  test('is picked for a walkthrough, and what it does not offer is greyed with the reason', async () => {
    const { page } = screens
    await page.getByRole('link', { name: 'Walk at this issuer' }).click()
    await page.getByText('the playground keeps none of people at other issuers').waitFor()
    await look('chooser')
    await page.getByRole('link', { name: 'Authorization Code with PKCE', exact: true }).click()
    await page.getByRole('button', { name: 'Start' }).waitFor()
    await expect.poll(() => addressOf(screens)).toContain('issuer=')
    await page.getByRole('switch', { name: /^Stay signed in/, checked: true }).click()
    await look('setup')
    await page.getByRole('button', { name: 'Start' }).click()
    await steps(page).waitFor()
  })

  test('is walked at to the end, signing in on its own page', async () => {
    const { page } = screens
    await goOnTo(page, 'Send the user to authorize')
    await press(page)
    const { host } = new URL(second.issuer)
    await page.getByText(`Waiting until you come back from ${host}`).waitFor()
    await look('waiting')
    const agent = screens.shell === 'browser' ? await openTab(host) : await screens.userAgent()
    await agent.getByRole('button', { name: /Zoe Zimmer/ }).click()
    await agent.getByRole('button', { name: 'Allow' }).click()
    await nextButton(page).and(page.locator(':enabled')).waitFor()
    await goOnTo(page, 'Ask UserInfo who it is')
    await press(page)
    await page
      .getByText('at ' + host)
      .first()
      .waitFor()
    const id = addressOf(screens).split('/')[3]?.split('?')[0] ?? ''
    const run = await runOf(screens, id)
    expect(run.state).toBe('done')
    expect(run.steps.find((step) => step.id === 'sign-in')?.state).toBe('done')
    expect(JSON.stringify(run)).not.toContain(SECRET)
  })

  async function openTab(host: string): Promise<Page> {
    const { page } = screens
    const opened = page.context().waitForEvent('page')
    await page.getByRole('link', { name: `Open ${host}` }).click()
    return opened
  }

  test('is removed when that is confirmed', async () => {
    const { page } = screens
    await screens.goto('/walkthroughs/issuers')
    await page.getByRole('link', { name: new URL(second.issuer).host }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('None yet').waitFor()
  })
})

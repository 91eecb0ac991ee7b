/** Each kind of application: created on the screen, its code copied from the screen, run, and signed in to. */
import { describe, expect, onTestFinished, test } from 'vitest'

import { findKind, type KindId } from '../../renderer/features/applications/create/kinds.ts'
import { createProject, type Running } from '../quick-start/project.ts'
import { formOf } from '../protocol/browser.ts'
import { freePort } from '../support/free-port.ts'
import { UserAgent } from '../support/user-agent.ts'
import { expectGoodLooks } from './support/looks.ts'
import { addressOf, copiedBy, openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('a quick start', () => {
  const screens = useScreens({ remembered: VISITED })
  const detail = () => screens.page.getByRole('region', { name: 'Application', exact: true })
  const button = (name: string) => screens.page.getByRole('button', { name, exact: true })
  const openTab = (name: string) => detail().getByRole('tab', { name, exact: true }).click()
  const toast = (text: RegExp) => screens.page.getByRole('listitem').filter({ hasText: text })

  /** On the screen; its redirect address on a port that is free, where there is one to be typed. */
  async function create(kind: KindId, title: string, redirect?: string): Promise<void> {
    const client_id = `my-${kind}`
    await openPlace(screens, '/applications', 'Applications')
    await screens.page.getByRole('link', { name: 'New application' }).click()
    await screens.page.getByRole('link', { name: findKind(kind)?.title ?? kind }).click()
    await screens.page.getByRole('textbox', { name: 'client_name' }).fill(title)
    await screens.page.getByRole('textbox', { name: 'client_id' }).fill(client_id)
    if (redirect !== undefined) await screens.page.getByRole('textbox', { name: 'redirect_uris 1' }).fill(redirect)
    await button('Create it').press('Enter')
    await openTab('Quick start')
    await expect.poll(() => addressOf(screens)).toBe(`/applications/${client_id}?tab=quick-start`)
    const { value } = await screens.call('clients.get', { client_id })
    expect(value).toMatchObject(findKind(kind)?.metadata ?? {})
  }

  /** Copies all, lets a shell write it, and runs the command that is shown. */
  async function run(): Promise<Running> {
    const project = createProject()
    onTestFinished(() => project[Symbol.asyncDispose]())
    const script = await copiedBy(screens, button('Copy all files as one paste for a shell'))
    expect(await project.run(script)).toBe('')
    return project.start(await detail().getByRole('figure', { name: 'Run' }).innerText())
  }

  /** In a browser of its own, which has no session yet. */
  async function signIn(address: string): Promise<void> {
    const context = await screens.page.context().browser()?.newContext()
    if (context === undefined) throw new Error('the page has no browser')
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(address)
    await page.getByText('Sign in', { exact: true }).click()
    await page.getByRole('button', { name: /Sign in as Alice Adams/ }).click()
    await page.getByRole('button', { name: 'Allow', exact: true }).click()
    await page.getByRole('heading', { name: 'Hello, Alice Adams' }).waitFor()
  }

  async function signInOverLoopback(running: Running): Promise<string> {
    const [, address = ''] = await running.says(/^(http\S+\/authorize\S+)$/m)
    await fetch((await new UserAgent().signIn(address)).url)
    return running.ended
  }

  test('of a web application with a server has the secret that was just made, and signs in', async () => {
    const origin = `http://localhost:${await freePort()}`
    await create('server', 'My shop', `${origin}/callback`)
    const running = await run()
    await running.says(/^Open http/m)
    await signIn(`${origin}/`)
  })

  test('has no secret once the person has taken note of it, and gets it on request', async () => {
    const secret =
      (await screens.call('clients.get', { client_id: 'my-server', secrets: true })).value.client_secret ?? ''
    const env = detail().getByRole('figure', { name: '.env' })
    expect(await env.innerText()).toContain(secret)
    await openTab('Settings')
    await detail().getByText('The secret of My shop, just made').waitFor()
    await button('I have it').click()
    await openTab('Quick start')
    expect(await env.innerText()).toContain('Applications, My shop, Settings')
    expect(await env.innerText()).not.toContain(secret)
    await button('Put it in').click()
    await env.getByText(secret).waitFor()
  })

  test('says which address is not registered, registers it, and takes it back', async () => {
    const redirects = async () => (await screens.call('clients.get', { client_id: 'my-server' })).value['redirect_uris']
    const before = await redirects()
    await screens.page.getByRole('combobox', { name: 'Code for' }).selectOption('Next.js with Auth.js')
    await detail().getByText('The issuer would refuse this code').waitFor()
    await expectGoodLooks(screens.page, 'applications/quick-start')
    await button('Register it').click()
    await detail().getByText('The issuer would refuse this code').waitFor({ state: 'detached' })
    await expect.poll(redirects).toHaveLength(2)
    await toast(/http\S+ is registered/)
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect.poll(redirects).toEqual(before)
  })

  test('of a single-page application signs in', async () => {
    const origin = `http://localhost:${await freePort()}`
    await create('browser', 'My list', `${origin}/callback`)
    const running = await run()
    await running.says(/ready in/)
    await signIn(`${origin}/`)
  })

  // The device asks every five seconds, so the others are signed in to meanwhile.
  test('of a device signs in with a code, and of what runs where its user is over the loopback', async () => {
    await create('device', 'Big screen')
    const device = await run()
    const [, address = '', user_code = ''] = await device.says(/Open (\S+) and type (\S+)/)
    const agent = new UserAgent()
    const page = await agent.open(address)
    const compare = await agent.submit(page, Object.entries({ ...formOf(page), user_code }))
    const prompt = await agent.submit(compare, Object.entries({ ...formOf(compare), confirm: 'yes' }))
    await agent.signIn(prompt.url)
    for (const [kind, title] of [
      ['native', 'Desktop mail'],
      ['cli', 'Tool'],
      ['agent', 'Assistant'],
    ] as const) {
      await create(kind, title)
      expect(await signInOverLoopback(await run()), kind).toMatch(/Signed in: .*sub: 'alice'/s)
    }
    expect(await device.ended).toMatch(/Signed in: .*sub: 'alice'/s)
  })

  test('of a service gets a token for the API that is chosen, and calls it', async () => {
    await create('service', 'Nightly job')
    await screens.page.getByRole('combobox', { name: 'Calls the API' }).selectOption('World Mappers')
    await detail().getByText('geocode route', { exact: true }).waitFor()
    expect(await (await run()).ended).toMatch(/Got a token[\s\S]*Berlin/)
  })

  test('is told the new secret, and what the old one ends', async () => {
    await openPlace(screens, '/applications/my-service?tab=quick-start', 'Applications')
    await button('More for Nightly job').click()
    await screens.page.getByRole('menuitem', { name: 'New secret' }).click()
    const dialog = screens.page.getByRole('alertdialog')
    await dialog.getByText('refused with invalid_client').waitFor()
    await dialog.getByRole('button', { name: 'New secret' }).click()
    await detail().getByText('The secret of Nightly job, just made').waitFor()
    const { client_secret } = (await screens.call('clients.get', { client_id: 'my-service', secrets: true })).value
    await detail()
      .getByText(client_secret ?? 'none')
      .waitFor()
    await openTab('Quick start')
    expect(await (await run()).ended).toMatch(/Got a token/)
  })
})

/** The browser that is part of the window: a view with a session of its own, commanded by the screens. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findFreePort } from '../headless/launched.ts'
import { type Desktop, noChromium, useDesktop } from './support/use-desktop.ts'
import { waitForUserAgent } from './support/user-agent.ts'

const PAGES: Readonly<Record<string, string>> = {
  '/': '<title>First</title><a href="/second">on</a> <a href="/file">file</a> <a href="myapp://x">app</a>',
  '/second': '<title>Second</title><a href="/" target="_blank">beside</a>',
  '/file': 'content',
}
const ICON = '<link rel="icon" href="data:,">'

describe.skipIf(noChromium)('the user agent of the desktop app', () => {
  const desktop = useDesktop()
  const site = createServer(({ url = '/', headers }, response) => {
    if (url === '/file') response.setHeader('Content-Disposition', 'attachment')
    response.setHeader('Content-Type', 'text/html')
    response.setHeader('Set-Cookie', 'seen=yes; Max-Age=1000')
    response.end(`${ICON}${PAGES[url] ?? ''}<p>cookie: ${headers.cookie ?? 'none'}</p>`)
  })
  let origin = ''

  beforeAll(async () => {
    site.listen(0, 'localhost')
    await once(site, 'listening')
    origin = `http://localhost:${(site.address() as AddressInfo).port}`
  })
  afterAll(() => void site.close())

  async function open(started?: Desktop) {
    const { page, standIn } = started ?? (await desktop.startRunning(await desktop.home()))
    await page.getByRole('link', { name: 'Browser' }).click()
    const bar = page.getByRole('toolbar', { name: 'Browser' })
    const field = bar.getByRole('textbox', { name: 'Address' })
    const press = (name: string) => bar.getByRole('button', { name }).click()
    const visit = async (address: string) => {
      await field.fill(address)
      await field.press('Enter')
      return await desktop.page((await waitForUserAgent(standIn)).target)
    }
    return { page, standIn, field, press, visit, shown: () => field.inputValue() }
  }

  it('goes where it is told, and says where it is', async () => {
    const { visit, shown, press } = await open()
    const agent = await visit(origin)
    await agent.getByRole('link', { name: 'on' }).click()
    await expect.poll(shown).toBe(`${origin}/second`)
    await press('Back')
    await agent.getByRole('link', { name: 'on' }).waitFor()
    await expect.poll(shown).toBe(`${origin}/`)
    await press('Forward')
    await expect.poll(shown).toBe(`${origin}/second`)
    const loaded = agent.waitForEvent('load')
    await press('Load again')
    await loaded
    await agent.getByRole('link', { name: 'beside' }).click()
    await expect.poll(shown).toBe(`${origin}/`)
    expect(
      agent
        .context()
        .pages()
        .filter((page) => page.url().startsWith(origin)),
    ).toHaveLength(1)
  })

  it('lies over its place in the window and nowhere else', async () => {
    const { page, standIn, visit } = await open()
    await visit(origin)
    const view = await waitForUserAgent(standIn)
    const bar = await page.getByRole('toolbar', { name: 'Browser' }).boundingBox()
    expect(view.bounds.y).toBeGreaterThanOrEqual((bar?.y ?? Infinity) + (bar?.height ?? 0))
    expect(view.bounds.x).toBeGreaterThanOrEqual(bar?.x ?? Infinity)
    await page.getByRole('link', { name: /^Users/ }).click()
    await expect.poll(async () => (await standIn.window()).views).toMatchObject([{ isVisible: false }])
    await page.getByRole('link', { name: 'Browser' }).click()
    await waitForUserAgent(standIn)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await expect.poll(async () => (await standIn.window()).views).toMatchObject([{ isVisible: false }])
  })

  it('keeps its cookies from one start to the next, until they are cleared', async () => {
    const home = await desktop.home()
    const first = await open(await desktop.startRunning(home))
    await cookie(await first.visit(origin), 'none')
    first.standIn.signal('SIGTERM')
    await first.standIn.ended
    const second = await open(await desktop.startRunning(home))
    const agent = await second.visit(`${origin}/second`)
    await cookie(agent, 'seen=yes')
    await agent.evaluate(() => localStorage.setItem('kept', 'yes'))
    await second.press('Clear cookies')
    await second.page.getByText('All cookies and stored data of the browser are deleted').first().waitFor()
    await second.press('Load again')
    await cookie(agent, 'none')
    expect(await agent.evaluate(() => localStorage.getItem('kept'))).toBeNull()
  })

  it('begins a private session with nothing, and leaves nothing', async () => {
    const { page, press, visit } = await open()
    await cookie(await visit(origin), 'none')
    await press('New private session')
    await page.getByText('Private', { exact: true }).waitFor()
    const agent = await visit(`${origin}/second`)
    await cookie(agent, 'none')
    await press('New private session')
    await cookie(await visit(`${origin}/second`), 'none')
  })

  it('says in words why an address is not shown, and shows no page meanwhile', async () => {
    const { page, standIn, visit, field } = await open()
    const agent = await visit(origin)
    await agent.getByRole('link', { name: 'app' }).click()
    await page.getByText('belongs to another program').waitFor()
    await expect.poll(async () => (await standIn.window()).views).toMatchObject([{ isVisible: false }])
    const port = await findFreePort()
    await field.fill(`http://localhost:${port}/`)
    await field.press('Enter')
    await page.getByText(`Nothing listens at localhost:${port}.`).waitFor()
    desktop.expectComplaint(/ERR_CONNECTION_REFUSED|left this machine: myapp/)
  })

  it('keeps no files', async () => {
    const { page, visit } = await open()
    const agent = await visit(origin)
    await agent.getByRole('link', { name: 'file' }).click()
    await page.getByText('the user agent keeps no files').waitFor()
  })

  it('opens its developer tools, and an address outside', async () => {
    const { standIn, visit, press } = await open()
    await visit(origin)
    await press('Developer tools')
    await expect.poll(async () => (await standIn.window()).views).toMatchObject([{ hasDevTools: true }])
    await press('Open outside')
    await expect.poll(() => standIn.tell('say what was opened outside')).toMatchObject({ addresses: [`${origin}/`] })
  })

  it('has nothing of the program in it, and no permission', async () => {
    const agent = await (await open()).visit(origin)
    const seen = await agent.evaluate(async () => {
      const names = ['clipboard-write', 'clipboard-read', 'camera', 'geolocation', 'notifications']
      const states = names.map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      )
      return [typeof Reflect.get(window, 'valetKey'), ...new Set(await Promise.all(states))]
    })
    expect(seen).toEqual(['undefined', 'denied'])
  })
})

async function cookie(agent: Page, value: string): Promise<void> {
  await agent.getByText(`cookie: ${value}`).waitFor()
}

/** What pages from elsewhere get of a program whose screens are open in the same browser: nothing. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { chromiumPath, sharedChromium } from '../support/chromium.ts'
import { type Program, startProgram } from '../support/program.ts'
import { tryElement, tryFetch, trySocket, trySubmit } from './support/attempts.ts'
import { type ForeignSite, startForeignSite } from './support/foreign-site.ts'

if (chromiumPath() === undefined) console.warn('No Chromium here: the tests of foreign pages are skipped.')

describe.skipIf(chromiumPath() === undefined)('with the screens open in a browser', () => {
  let browser: Browser
  let program: Program
  let site: ForeignSite
  let context: BrowserContext
  let own: Page

  beforeAll(async () => {
    program = await startProgram()
    site = await startForeignSite()
    browser = await sharedChromium()
  })
  afterAll(async () => {
    await site?.[Symbol.asyncDispose]()
    await program?.[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    context = await browser.newContext()
    own = await context.newPage()
    const connected = own.waitForEvent('websocket')
    await own.goto(program.ready.ui ?? '')
    await connected
  })
  afterEach(() => context.close())

  const withToken = () => ({ screens: program.screens, token: program.ready.token })
  const bare = () => ({ screens: program.screens })

  /** One under each origin that is not ours, a sandboxed one, and the issuer's own. */
  async function foreignPages(): Promise<readonly (readonly [string, Page])[]> {
    const addresses = [
      ...site.origins.map((origin) => `${origin}/`),
      `${site.origins[0]}/sandboxed`,
      `${program.issuer}/jwks`,
    ]
    return Promise.all(
      addresses.map(async (address) => {
        const page = await context.newPage()
        await page.goto(address)
        return [address, page] as const
      }),
    )
  }

  test('the screens themselves get everything by the very same attempts', async () => {
    expect(await trySocket(own, withToken())).toBe('connected')
    expect(await tryFetch(own, withToken(), '/api/v1/settings')).toContainEqual(expect.stringMatching(/^200: /))
    const asset = await own.evaluate(() => document.querySelector('script[src]')?.getAttribute('src') ?? '')
    expect(await tryElement(own, 'script', asset)).toBe('loaded')
  })

  test('the token is in no address, and in no answer to anybody', async () => {
    expect(own.url()).toBe(`${program.screens}/`)
    expect(await own.evaluate(() => JSON.stringify(history.state) + document.referrer)).not.toContain(
      program.ready.token,
    )
    const paths = [
      '/',
      '/traffic',
      '/callback?code=x',
      '/socket',
      '/api/v1/docs',
      '/api/v1/openapi.json',
      '/api/v1/clients',
      '/x.js',
    ]
    for (const path of paths) {
      const response = await fetch(`${program.screens}${path}`)
      expect([path, (await response.text()).includes(program.ready.token)]).toEqual([path, false])
      expect([path, [...response.headers].join().includes(program.ready.token)]).toEqual([path, false])
    }
  })

  test('a page from elsewhere gets no socket, even with the token', async () => {
    for (const [address, page] of await foreignPages()) {
      expect([address, await trySocket(page, bare())]).toEqual([address, 'closed with 1006'])
      expect([address, await trySocket(page, withToken())]).toEqual([address, 'closed with 1006'])
    }
  })

  test('a page from elsewhere reads nothing of the management API and changes nothing, even with the token', async () => {
    const before = await readClients(program)
    for (const [address, page] of await foreignPages()) {
      for (const target of [bare(), withToken()]) {
        for (const [method, path] of [
          ['GET', '/api/v1/clients'],
          ['GET', '/api/v1/events'],
          ['POST', '/api/v1/reset'],
          ['DELETE', '/api/v1/clients/calendar-app'],
        ] as const) {
          const got = await tryFetch(page, target, path, method)
          expect([address, got.filter((text) => text !== 'nothing' && text !== 'nothing readable')]).toEqual([
            address,
            [],
          ])
        }
      }
      await trySubmit(page, `${program.screens}/api/v1/reset`)
    }
    expect(await readClients(program)).toEqual(before)
  })

  test('a page from elsewhere cannot load the screens’ files, nor read them', async () => {
    const asset = await own.evaluate(() => document.querySelector('script[src]')?.getAttribute('src') ?? '')
    const style = await own.evaluate(() => document.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '')
    expect([asset, style]).toEqual([expect.stringMatching(/^\/assets\/.*\.js$/), expect.stringMatching(/\.css$/)])
    for (const [address, page] of await foreignPages()) {
      if (address.startsWith(program.issuer)) continue
      const got = [
        ...(await tryFetch(page, bare(), asset)),
        ...(await tryFetch(page, bare(), '/')),
        await tryElement(page, 'link', `${program.screens}${style}`),
        await tryElement(page, 'img', `${program.screens}${asset}`),
      ]
      expect([address, [...new Set(got)]]).toEqual([address, ['nothing', 'refused']])
    }
  })

  test('a page from elsewhere cannot frame the screens', async () => {
    for (const origin of site.origins) {
      const page = await context.newPage()
      await page.goto(origin)
      const show = (src: string) =>
        page.evaluate((address) => {
          const frame = document.createElement('iframe')
          frame.src = address
          document.body.replaceChildren(frame)
        }, src)
      const shown = () => page.frames().find((frame) => frame !== page.mainFrame())
      for (const path of ['/', '/traffic', `/#token=${program.ready.token}`]) {
        await show(`${program.screens}${path}`)
        await expect.poll(() => shown()?.url()).toBe('chrome-error://chromewebdata/')
      }
      await show(`${origin}/sandboxed`)
      await expect.poll(() => shown()?.url()).toBe(`${origin}/sandboxed`)
    }
  })

  test('a page from elsewhere that opens the screens holds no window of theirs', async () => {
    const page = await context.newPage()
    await page.goto(site.origins[0] ?? '')
    const opened = context.waitForEvent('page')
    await page.evaluate((address) => void Object.assign(window, { theirs: window.open(address) }), program.screens)
    const screens = await opened
    await screens.waitForLoadState()
    expect(await screens.evaluate(() => window.opener)).toBeNull()
    expect(await page.evaluate(() => (window as unknown as { theirs: Window }).theirs.closed)).toBe(true)
  })

  test('only tabs of the screens hear each other about the token', async () => {
    const pages = await foreignPages()
    const asks = (page: Page) =>
      page.evaluate(() => {
        try {
          const channel = new BroadcastChannel('valetkey.token')
          const heard: unknown[] = []
          channel.addEventListener('message', ({ data }) => heard.push(data))
          channel.postMessage({ ask: true })
          Object.assign(window, { heard })
        } catch {
          // An opaque origin has no channels at all.
          Object.assign(window, { heard: [] })
        }
      })
    for (const [, page] of pages) await asks(page)
    const second = await context.newPage()
    await second.goto(program.screens)
    // It had no token of its own: the first tab has told it by now.
    await second.waitForFunction(() => sessionStorage.getItem('valetkey.token') !== null)
    for (const [address, page] of pages) {
      expect([address, await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)]).toEqual([
        address,
        [],
      ])
    }
  })

  test('a name that was made to lead here is nobody’s', async () => {
    const page = await context.newPage()
    const { port } = new URL(program.screens)
    const response = await page.goto(`http://evil.localhost:${port}/`)
    expect(response?.status()).toBe(421)
    const rebound = { screens: `http://evil.localhost:${port}`, token: program.ready.token }
    expect(await trySocket(page, rebound)).toBe('closed with 1006')
    expect(await tryFetch(page, rebound, '/api/v1/clients')).toEqual([expect.stringMatching(/^421: /)])
  })

  test('the redirect address, which anybody may send a browser to, runs nothing and knows nothing', async () => {
    const page = await context.newPage()
    const hostile = `<script>document.title='owned'</script><img src=x onerror="document.title='owned'">`
    const query = new URLSearchParams({ state: hostile, [hostile]: 'x', redirect: 'javascript:document.title="owned"' })
    const response = await page.goto(`${program.screens}/callback?${query}#token=x&${query}`)
    const policy = response?.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/script-src|unsafe/)
    expect(await page.title()).not.toBe('owned')
    expect(await page.content()).not.toContain(program.ready.token)
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  test('a made-up token in a link costs nobody theirs', async () => {
    const page = await context.newPage()
    await page.goto(`${program.screens}/#token=made-up`)
    // The first tab's is asked for once the made-up one has been refused.
    await page.waitForFunction((token) => sessionStorage.getItem('valetkey.token') === token, program.ready.token)
    await own.reload()
    expect(await own.evaluate(() => sessionStorage.getItem('valetkey.token'))).toBe(program.ready.token)
    expect(await trySocket(own, withToken())).toBe('connected')
  })
})

async function readClients({ ready }: Program): Promise<unknown> {
  const response = await fetch(`${ready.api}/clients`, { headers: { authorization: `Bearer ${ready.token}` } })
  return response.json()
}

/** How a page in a browser comes by the program: the token's way, and what happens when the program goes. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { chromiumPath, sharedChromium } from '../support/chromium.ts'
import { type Program, startProgram } from '../support/program.ts'
import { ask, bundleBridge, serveBridge, waitForState } from './support/bridge-page.ts'
import { PATIENCE } from '../support/patience.ts'

if (chromiumPath() === undefined) console.warn('No Chromium here: the tests of the bridge in a browser are skipped.')

describe.skipIf(chromiumPath() === undefined)('the bridge in a browser', () => {
  let browser: Browser
  let bundle: string
  let program: Program
  let context: BrowserContext

  beforeAll(async () => {
    bundle = await bundleBridge()
    browser = await sharedChromium()
  })
  beforeEach(async () => {
    program = await startProgram()
    context = await browser.newContext()
    await serveBridge(context, program.screens, bundle)
  })
  afterEach(async () => {
    await context.close()
    await program[Symbol.asyncDispose]()
  })

  async function open(address: string, state: 'open' | 'refused' = 'open'): Promise<Page> {
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    await page.goto(`${program.screens}${address}`)
    await waitForState(page, state)
    return page
  }

  /** The same address with another token, as after an update. */
  async function restart(): Promise<void> {
    const { port } = new URL(program.screens)
    await program.kill('SIGTERM')
    program = await startProgram('--ui-port', port)
  }

  test('takes the token out of the address, and leaves the rest as it was', async () => {
    const page = await open(`/traffic?client_id=a%20b#token=${program.ready.token}&at=3`)
    expect(page.url()).toBe(`${program.screens}/traffic?client_id=a%20b#at=3`)
    expect(await ask(page)).toBe('headless')
    expect(await page.evaluate(() => window.states)).toEqual(['connecting', 'open'])
  })

  test('keeps the token when the page is loaded again, and gives it to further tabs', async () => {
    const page = await open(`/#token=${program.ready.token}`)
    await page.reload()
    await waitForState(page, 'open')
    expect(await ask(await open('/users'))).toBe('headless')
  })

  test('without a token anywhere it is refused, and takes one that arrives', async () => {
    const page = await open('/', 'refused')
    expect(await ask(page)).toBe('disconnected')
    await page.evaluate((token) => void (location.hash = `token=${token}`), program.ready.token)
    await waitForState(page, 'open')
    expect(page.url()).toBe(`${program.screens}/`)
    expect(await ask(page)).toBe('headless')
  })

  test('a tab that is refused takes the token that another tab is opened with', async () => {
    const refused = await open('/', 'refused')
    await open(`/#token=${program.ready.token}`)
    await waitForState(refused, 'open')
  })

  test('says that the program went, and that the next start does not know the page until it is opened anew', async () => {
    const first = await open(`/#token=${program.ready.token}`)
    const second = await open('/clients')
    await restart()
    await waitForState(first, 'refused')
    await waitForState(second, 'refused')
    expect(await first.evaluate(() => window.states)).toEqual(['connecting', 'open', 'lost', 'refused'])
    expect(await first.evaluate(() => sessionStorage.length)).toBe(0)
    const third = await open(`/#token=${program.ready.token}`)
    for (const page of [first, second, third]) {
      await waitForState(page, 'open')
      expect(await ask(page)).toBe('headless')
    }
  })

  test('is tried at once when the machine is online again, whatever the wait', async () => {
    const page = await open(`/#token=${program.ready.token}`)
    await program.kill('SIGKILL')
    await waitForState(page, 'lost')
    const attempts = await page.evaluate(async () => {
      const Socket = WebSocket
      let made = 0
      window.WebSocket = class extends Socket {
        constructor(...given: ConstructorParameters<typeof WebSocket>) {
          super(...given)
          made += 1
        }
      }
      window.dispatchEvent(new Event('online'))
      await new Promise((resolve) => setTimeout(resolve))
      return made
    })
    expect(attempts).toBe(1)
  })
})

/** What the tests of the desktop share: one Chromium for a file, and for each test a home and the programs in it. */
import { fileURLToPath } from 'node:url'

import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

import { type Home, makeHome } from '../../end-to-end/support/desktop/home.ts'
import { waitUntilRunning } from '../../end-to-end/support/desktop/running.ts'
import type { Running } from '../../end-to-end/support/screens.ts'
import { chromiumPath } from '../../support/chromium.ts'
import { createComplaints, watchContext } from '../../support/complaints.ts'
import { type ChromiumProcess, startChromium } from './chromium-process.ts'
import { findPage, type StandIn, startStandIn, type StandInOptions } from './stand-in.ts'
import { PATIENCE } from '../../support/patience.ts'

/** What it starts instead of Electron is a Chromium. */
export const noChromium = chromiumPath() === undefined

/** How the stand-in shows `app://valetkey`. */
export const ORIGIN = 'https://valetkey.app.invalid'

const MAIN = fileURLToPath(new URL('../../../out/desktop/main.js', import.meta.url))

type StartOptions = Partial<Pick<StandInOptions, 'args' | 'displays' | 'prefersDark' | 'keychain'>>

export interface Desktop {
  readonly standIn: StandIn
  /** The window. */
  readonly page: Page
}

export interface DesktopTests {
  /** A person's folders and ports; gone after the test. */
  home(...given: Parameters<typeof makeHome>): Promise<Home>
  /** Starts the program, and waits for nothing. Ended after the test, if it has not ended before. */
  launch(home: Home, options?: StartOptions): StandIn
  /** Starts the program, and waits until its window is there. */
  start(home: Home, options?: StartOptions): Promise<Desktop>
  /** The same, until the issuer runs. */
  startRunning(home: Home, options?: StartOptions): Promise<Desktop & Running>
  /** The test's hold of a page that the program shows. */
  page(target: string): Promise<Page>
  /** Another one, over a connection of its own: a page that crashed is whole again in it. */
  pageAnew(target: string): Promise<Page>
  /** For a test that provokes a complaint of the browser on purpose. */
  expectComplaint(pattern: RegExp): void
}

export function useDesktop(): DesktopTests {
  let chromium: ChromiumProcess
  let browser: Browser
  let cleanUp = new AsyncDisposableStack()
  const complaints = createComplaints()

  beforeAll(async () => {
    chromium = await startChromium()
    browser = await connect()
  })
  afterEach(async () => {
    const ended = cleanUp
    cleanUp = new AsyncDisposableStack()
    await ended.disposeAsync()
    complaints.assertNone()
  })
  afterAll(async () => {
    await browser.close()
    await chromium[Symbol.asyncDispose]()
  })

  async function connect(): Promise<Browser> {
    const connected = await chromium.connect()
    for (const context of connected.contexts()) {
      context.setDefaultTimeout(PATIENCE)
      watchContext(context, complaints, ORIGIN)
    }
    return connected
  }

  const tests: DesktopTests = {
    home: async (...given) => cleanUp.use(await makeHome(...given)),
    launch(home, options = {}) {
      const standIn = startStandIn({ main: MAIN, chromium: chromium.address, env: home.env, ...options })
      cleanUp.defer(() => end(standIn))
      return standIn
    },
    async start(home, options) {
      const standIn = tests.launch(home, options)
      const { target } = await standIn.window()
      return { standIn, page: await findPage(browser, target) }
    },
    async startRunning(home, options) {
      const desktop = await tests.start(home, options)
      return { ...desktop, ...(await waitUntilRunning(desktop.page)) }
    },
    page: (target) => findPage(browser, target),
    async pageAnew(target) {
      const connected = await connect()
      cleanUp.defer(() => connected.close())
      return await findPage(connected, target)
    },
    expectComplaint: (pattern) => complaints.expect(pattern),
  }
  return tests
}

/** In good order, and without a word on the way: what Electron lacks here would be one. */
async function end(standIn: StandIn): Promise<void> {
  standIn.signal('SIGTERM')
  const code = await standIn.ended
  expect({ code, output: standIn.output() }).toEqual({ code: 0, output: '' })
}

/** The built desktop program over the stand-in, and its window as a page of Chromium. */
import { fileURLToPath } from 'node:url'

import type { Browser, Page } from 'playwright'

import { type ChromiumProcess, startChromium } from '../../../desktop/support/chromium-process.ts'
import { findPage, type StandIn, startStandIn } from '../../../desktop/support/stand-in.ts'
import { waitForUserAgent } from '../../../desktop/support/user-agent.ts'
import { type Complaints, createComplaints, watchContext } from '../../../support/complaints.ts'
import { callThroughPage } from '../desktop/call-through-page.ts'
import { type Home, makeHome } from '../desktop/home.ts'
import { rememberInPage } from '../desktop/remember.ts'
import { waitUntilRunning } from '../desktop/running.ts'
import type { Running, Screens, ScreensOptions } from '../screens.ts'
import { PATIENCE } from '../../../support/patience.ts'

const MAIN = fileURLToPath(new URL('../../../../out/desktop/main.js', import.meta.url))
/** How the stand-in shows `app://valetkey`. */
export const ORIGIN = 'https://valetkey.app.invalid'

interface Started {
  readonly standIn: StandIn
  readonly page: Page
  readonly running: Running
}

interface Machine {
  readonly chromium: ChromiumProcess
  readonly browser: Browser
  readonly home: Home
  readonly complaints: Complaints
  readonly options: ScreensOptions
}

export async function openInStandIn(options: ScreensOptions): Promise<Screens> {
  const opened = new AsyncDisposableStack()
  try {
    return await open(options, opened)
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

/** Whatever is opened is noted in `opened` at once, so that it is closed whatever fails. */
async function open(options: ScreensOptions, opened: AsyncDisposableStack): Promise<Screens> {
  const home = opened.use(await makeHome())
  const chromium = opened.use(await startChromium())
  const browser = await chromium.connect()
  opened.defer(() => browser.close())
  const complaints = createComplaints()
  for (const context of browser.contexts()) watchContext(context, complaints, ORIGIN)
  const machine = { chromium, browser, home, complaints, options }
  let started = await start(machine)
  opened.defer(() => stop(started))
  await rememberInPage(started.page, options.remembered)
  const goto = async (path: string) => void (await started.page.goto(`${ORIGIN}${path}`))
  if (options.path !== undefined) await goto(options.path)

  return {
    shell: 'desktop-stand-in',
    origin: ORIGIN,
    get page() {
      return started.page
    },
    get program() {
      return started.running
    },
    goto,
    async restart() {
      const { pathname, search } = new URL(started.page.url())
      await complaints.during(() => stop(started))
      started = await start(machine)
      await goto(pathname + search)
    },
    userAgent: () => findUserAgent(browser, started.standIn),
    call: (name, input) => callThroughPage(started.page, name, input),
    expectComplaint: (pattern) => complaints.expect(pattern),
    assertNoComplaints: () => complaints.assertNone(),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

async function start({ chromium, browser, home, options }: Machine): Promise<Started> {
  const standIn = startStandIn({
    main: MAIN,
    env: home.env,
    chromium: chromium.address,
    prefersDark: options.colorScheme === 'dark',
    prefersReducedMotion: options.reducedMotion ?? false,
  })
  try {
    const { target } = await standIn.window()
    const page = await findPage(browser, target)
    page.setDefaultTimeout(PATIENCE)
    resizeByStandIn(page, standIn)
    if (options.viewport) await page.setViewportSize(options.viewport)
    return { standIn, page, running: await waitUntilRunning(page) }
  } catch (cause) {
    standIn.signal('SIGKILL')
    throw new Error(`the program did not come up; it has said: ${standIn.output()}`, { cause })
  }
}

/** Two who size a page undo what the other did, whenever it is loaded; so the one who shows it does it. */
function resizeByStandIn(page: Page, standIn: StandIn): void {
  page.setViewportSize = async (size) => {
    await standIn.tell('size the page', size)
    await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
  }
}

async function stop({ standIn }: Started): Promise<void> {
  standIn.signal('SIGTERM')
  const code = await standIn.ended
  if (code !== 0) throw new Error(`the program ended with ${code}: ${standIn.output()}`)
}

async function findUserAgent(browser: Browser, standIn: StandIn): Promise<Page> {
  return await findPage(browser, (await waitForUserAgent(standIn)).target)
}

/** The built desktop program in a real Electron. */
import { fileURLToPath } from 'node:url'

import { _electron, type ElectronApplication, type Page } from 'playwright'

import { electronBinary } from '../../../../scripts/lib/desktop.mjs'
import { createComplaints, watchContext } from '../../../support/complaints.ts'
import type { Running, Screens, ScreensOptions } from '../screens.ts'
import { callThroughPage } from './call-through-page.ts'
import { makeHome } from './home.ts'
import { rememberInPage } from './remember.ts'
import { waitUntilRunning } from './running.ts'
import { PATIENCE } from '../../../support/patience.ts'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const ORIGIN = 'app://valetkey'

interface Started {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly running: Running
}

export async function openInElectron(options: ScreensOptions): Promise<Screens> {
  const home = await makeHome()
  const complaints = createComplaints()

  async function start(): Promise<Started> {
    const electron = await _electron.launch({
      executablePath: electronBinary() ?? '',
      args: [...switches(), ROOT],
      env: { ...ownEnvironment(), ...definedOnly(home.env) },
      colorScheme: options.colorScheme ?? 'light',
    })
    watchContext(electron.context(), complaints, ORIGIN)
    const page = await electron.firstWindow()
    page.setDefaultTimeout(PATIENCE)
    if (options.viewport) await page.setViewportSize(options.viewport)
    if (options.reducedMotion === true) await page.emulateMedia({ reducedMotion: 'reduce' })
    return { electron, page, running: await waitUntilRunning(page) }
  }

  let started = await start()
  await rememberInPage(started.page, options.remembered)
  const goto = async (path: string) => void (await started.page.goto(`${ORIGIN}${path}`))
  if (options.path !== undefined) await goto(options.path)

  return {
    shell: 'desktop',
    origin: ORIGIN,
    get page() {
      return started.page
    },
    get program() {
      return started.running
    },
    goto,
    async restart() {
      const address = started.page.url()
      await started.electron.close()
      started = await start()
      await started.page.goto(address)
    },
    userAgent: () => findUserAgent(started),
    call: (name, input) => callThroughPage(started.page, name, input),
    expectComplaint: (pattern) => complaints.expect(pattern),
    assertNoComplaints: () => complaints.assertNone(),
    async [Symbol.asyncDispose]() {
      await started.electron.close()
      home[Symbol.dispose]()
    },
  }
}

/** Its sandbox does not work for root, as whom the tests run in a container. */
function switches(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** A view over the window is a page of the same context. */
async function findUserAgent({ electron, page }: Started): Promise<Page> {
  const context = electron.context()
  return context.pages().find((other) => other !== page) ?? (await context.waitForEvent('page'))
}

function ownEnvironment(): Record<string, string> {
  return definedOnly(process.env)
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** The headless program, and its screens in a tab of Chromium. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright'

import { sharedChromium } from '../../../support/chromium.ts'
import { createComplaints, watchContext } from '../../../support/complaints.ts'
import { freePort } from '../../../support/free-port.ts'
import { type Program, startProgram } from '../../../support/program.ts'
import { callProgram } from './call-program.ts'
import { rememberInContext } from './remember.ts'
import type { Screens, ScreensOptions } from '../screens.ts'
import { PATIENCE } from '../../../support/patience.ts'

export async function openInBrowser(options: ScreensOptions): Promise<Screens> {
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
  const folder = mkdtempSync(join(tmpdir(), 'valetkey-screens-'))
  opened.defer(() => rmSync(folder, { recursive: true, force: true }))
  await options.prepare?.(folder)
  // Known beforehand, and nobody else's while it is down, since it may be started again.
  const [port, uiPort] = [String(await freePort()), String(await freePort())]
  const flags = ['--data', folder, '--port', port, '--ui-port', uiPort]
  let program = await startProgram(...flags)
  opened.defer(() => program[Symbol.asyncDispose]())
  const browser = await sharedChromium(options.hasWindows === true ? 'whole' : 'shell')
  const complaints = createComplaints()
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
  })
  opened.defer(() => context.close())
  context.setDefaultTimeout(PATIENCE)
  watchContext(context, complaints)
  await rememberInContext(context, options.remembered ?? {})
  const page = await context.newPage()
  await show(page, program, options.path ?? '/')

  return {
    shell: 'browser',
    page,
    origin: program.screens,
    get program() {
      const { issuer, api, token } = program.ready
      return { issuer, api, token }
    },
    goto: (path) => show(page, program, path),
    async restart() {
      const { pathname, search } = new URL(page.url())
      // What is on the screen loses its connection in the meantime, which is another test's affair.
      await page.goto('about:blank')
      await program.kill('SIGTERM')
      program = await startProgram(...flags)
      await show(page, program, pathname + search)
    },
    userAgent: () => issuersFrame(page, program),
    call: (name, input) => callProgram(program, name, input),
    expectComplaint: (pattern) => complaints.expect(pattern),
    assertNoComplaints: () => complaints.assertNone(),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

/** With the token, as the program hands the address out. A new fragment alone loads nothing, so the page is loaded once more. */
async function show(page: Page, program: Program, path: string): Promise<void> {
  const address = new URL(path, program.screens)
  const isShown = withoutFragment(page.url()) === withoutFragment(address.href)
  address.hash = `token=${program.ready.token}`
  await page.goto(address.href)
  if (isShown) await page.reload()
}

function withoutFragment(address: string): string {
  return address.replace(/#.*/, '')
}

async function issuersFrame(page: Page, program: Program) {
  const element = await page.waitForSelector(`iframe[src^="${program.issuer}/"]`)
  const frame = await element.contentFrame()
  if (frame === null) throw new Error('the frame of the user agent has gone')
  return frame
}

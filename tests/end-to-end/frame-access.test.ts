import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { sharedChromium } from '../support/chromium.ts'
import { type Program, startProgram } from '../support/program.ts'
import { expectAccessible } from './support/accessibility.ts'
import { takePicture } from './support/picture.ts'
import { noShell, shellName } from './support/shell.ts'
import { PATIENCE } from '../support/patience.ts'

interface Line {
  cut(): void
  mend(): void
}

/** Between page and program, so that a connection goes while both live on, as when a laptop sleeps. */
async function interceptSocket(page: Page): Promise<Line> {
  const open = new Set<WebSocketRoute>()
  let isCut = false
  await page.routeWebSocket(/\/socket$/, (socket) => {
    if (isCut) return void socket.close({ code: 1013 })
    socket.connectToServer()
    open.add(socket)
  })
  return {
    cut() {
      isCut = true
      for (const socket of open) void socket.close({ code: 1012 })
      open.clear()
    },
    mend: () => void (isCut = false),
  }
}

/** Tokens and lost connections are a browser's affair; the desktop app's window and its program are one. */
describe.skipIf(noShell || shellName !== 'browser')('access from a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'valetkey-access-'))
  let browser: Browser
  let context: BrowserContext
  let program: Program

  beforeAll(async () => {
    ;[browser, program] = await Promise.all([sharedChromium('shell'), startProgram('--data', folder)])
  })
  afterEach(async () => {
    await context.close()
  })
  afterAll(async () => {
    await program[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  async function newPage(colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme })
    context.setDefaultTimeout(PATIENCE)
    return await context.newPage()
  }

  const address = (path = '/') => `${program.screens}${path}#token=${program.ready.token}`
  const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  const refused = (page: Page) => title(page, 'This page needs the address that the program printed')
  const field = (page: Page) => page.getByRole('textbox', { name: 'Address or token' })

  /** On the same ports and the same data, with another token, as `npm start` does it. */
  async function restart(): Promise<void> {
    const [port = '', uiPort = ''] = [program.issuer, program.screens].map((origin) => new URL(origin).port)
    await program.kill('SIGTERM')
    program = await startProgram('--data', folder, '--port', port, '--ui-port', uiPort)
  }

  test('the token leaves the address at once, and a reload still has it', async () => {
    const page = await newPage()
    await page.goto(address('/users/alice'))
    await title(page, 'Users')
    expect(page.url()).toBe(`${program.screens}/users/alice`)
    await page.reload()
    await title(page, 'Users')
  })

  test('a second tab gets the token from the first', async () => {
    const page = await newPage()
    await page.goto(address())
    await title(page, 'Overview')
    const second = await context.newPage()
    await second.goto(`${program.screens}/users`)
    await title(second, 'Users')
  })

  test.each(['light', 'dark'] as const)(
    'without a token a page in %s says how to get the address',
    async (colorScheme) => {
      const page = await newPage(colorScheme)
      await page.goto(`${program.screens}/users`)
      await refused(page)
      await page.waitForFunction(() => document.activeElement?.matches('input'))
      await expectAccessible(page)
      await takePicture(page, `refused-1440-${colorScheme}`)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectAccessible(page)
      await takePicture(page, `refused-390-${colorScheme}`)
    },
  )

  test('what is pasted there and is no token is refused in words', async () => {
    const page = await newPage()
    await page.goto(`${program.screens}/users`)
    await refused(page)
    await page.keyboard.press('Enter')
    await page.getByText('Paste the address that the program printed').waitFor()
    await page.keyboard.type('whatever')
    await page.keyboard.press('Enter')
    await page.getByText('This is neither an address with a token nor a token.').waitFor()
    await field(page).fill('a-token-of-some-other-start')
    await page.keyboard.press('Enter')
    await page.getByText('The program does not accept this token.').waitFor()
    await expectAccessible(page)
  })

  test('the pasted address lets one in, to the screen that was asked for', async () => {
    const page = await newPage()
    await page.goto(`${program.screens}/users`)
    await refused(page)
    await page.keyboard.insertText(address())
    await page.keyboard.press('Enter')
    await title(page, 'Users')
    expect(page.url()).toBe(`${program.screens}/users`)
  })

  test('a lost connection is said above the screens, which stay, and is restored by itself', async () => {
    const page = await newPage()
    const line = await interceptSocket(page)
    await page.goto(address('/users/alice'))
    await title(page, 'Users')
    const banner = page.getByText('Connection lost.')
    line.cut()
    await banner.waitFor()
    await title(page, 'Users')
    await expectAccessible(page)
    await takePicture(page, 'connection-lost-1440-light')
    line.mend()
    await banner.waitFor({ state: 'hidden' })
    await page.getByText('The issuer is running').waitFor({ state: 'attached' })
  })

  test('a program that has ended is said, and one that comes back is found at a press', async () => {
    const page = await newPage()
    const line = await interceptSocket(page)
    line.cut()
    await page.goto(address('/users/alice'))
    await title(page, 'The program does not answer')
    await expectAccessible(page)
    await takePicture(page, 'unreachable-1440-light')
    line.mend()
    await page.getByRole('button', { name: 'Try now' }).click()
    await title(page, 'Users')
  })

  test('after a restart with another token the page asks for the new address, and goes on with it', async () => {
    const page = await newPage()
    await page.goto(address('/users/alice'))
    await title(page, 'Users')
    await restart()
    await refused(page)
    await page.waitForFunction(() => document.activeElement?.matches('input'))
    await page.keyboard.insertText(address())
    await page.keyboard.press('Enter')
    await title(page, 'Users')
    expect(page.url()).toBe(`${program.screens}/users/alice`)
  })
})

/** The stand-in itself, with a program of a few lines: what holds here is what the tests of the desktop rest on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { chromiumPath } from '../support/chromium.ts'
import { type ChromiumProcess, startChromium } from './support/chromium-process.ts'
import { findPage, type StandIn, startStandIn } from './support/stand-in.ts'

const MAIN = fileURLToPath(new URL('stand-in/fixtures/program/main.js', import.meta.url))
const profile = mkdtempSync(join(tmpdir(), 'valetkey-fixture-'))

let chromium: ChromiumProcess
let browser: Browser
let program: StandIn
let page: Page

function start(main = MAIN, ...args: readonly string[]): StandIn {
  return startStandIn({ main, chromium: chromium.address, args: [`--user-data-dir=${profile}`, ...args] })
}

describe.skipIf(chromiumPath() === undefined)('a program over the stand-in', () => {
  beforeAll(async () => {
    chromium = await startChromium()
    program = start()
    const window = await program.window()
    browser = await chromium.connect()
    page = await findPage(browser, window.target)
    await page.getByRole('heading', { name: 'Hello' }).waitFor()
  })
  afterAll(async () => {
    program.signal('SIGTERM')
    await program.ended
    await browser.close()
    await chromium[Symbol.asyncDispose]()
    rmSync(profile, { recursive: true })
  })

  it('shows its page under its own scheme, with what the preload script exposed', async () => {
    await expect.poll(() => page.locator('body').textContent()).toContain('object')
    expect(page.url()).toBe('https://fixture.app.invalid/first')
  })

  it('hears the page and is heard by it, by its own address', async () => {
    const heard = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const { fixture } = window as unknown as {
            fixture: { connect(on: unknown): { send(...args: unknown[]): void } }
          }
          const { send } = fixture.connect((...args: unknown[]) => resolve(args))
          send('one', undefined, { two: [3] })
        }),
    )
    expect(heard).toEqual(['app://fixture/first', null, 'one', undefined, { two: [3] }])
  })
})

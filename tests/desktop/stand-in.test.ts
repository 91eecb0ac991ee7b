/** The stand-in itself, with a program of a few lines: what holds here is what the tests of the desktop rest on. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { chromiumPath } from '../support/chromium.ts'
import { type ChromiumProcess, startChromium } from './support/chromium-process.ts'
import { findPage, type StandIn, startStandIn } from './support/stand-in.ts'

const PROGRAM = fileURLToPath(new URL('stand-in/fixtures/program/main.js', import.meta.url))
const MISSING = fileURLToPath(new URL('stand-in/fixtures/missing/main.js', import.meta.url))
const profile = mkdtempSync(join(tmpdir(), 'valetkey-fixture-'))

interface Fixture {
  connect(on: (...args: unknown[]) => void): { send(...args: unknown[]): void }
  fail(): void
}

let chromium: ChromiumProcess
let browser: Browser
let program: StandIn
let page: Page

function start(main: string, ...args: readonly string[]): StandIn {
  return startStandIn({ main, chromium: chromium.address, args, env: { XDG_CONFIG_HOME: profile } })
}

describe.skipIf(chromiumPath() === undefined)('a program over the stand-in', () => {
  beforeAll(async () => {
    chromium = await startChromium()
    program = start(PROGRAM)
    const { target } = await program.window()
    browser = await chromium.connect()
    page = await findPage(browser, target)
    await page.getByText('object').waitFor()
  })
  afterAll(async () => {
    await browser.close()
    await chromium[Symbol.asyncDispose]()
    rmSync(profile, { recursive: true })
  })

  it('shows its page under an origin that leads nowhere, with the policy that the program sends', async () => {
    expect(page.url()).toBe('https://fixture.app.invalid/first')
    const refused = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'))
    await page.evaluate(() => void fetch('/other').catch(() => undefined))
    await refused
  })

  it('hears the page and is heard by it, by its own address', async () => {
    const heard = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const { fixture } = window as unknown as { fixture: Fixture }
          fixture.connect((...args) => resolve(args)).send('one', undefined, { two: [3] })
        }),
    )
    expect(heard).toEqual(['app://fixture/first', null, 'one', undefined, { two: [3] }])
  })

  it('keeps the preload script and the page apart', async () => {
    const seen = await page.evaluate(() => {
      const { fixture, ...rest } = window as unknown as { fixture: Fixture; require?: unknown; standInSend?: unknown }
      const failure = () => {
        try {
          fixture.fail()
          return 'nothing'
        } catch (error) {
          return String(error)
        }
      }
      return [failure(), Object.isFrozen(fixture), typeof rest.require, typeof rest.standInSend]
    })
    expect(seen).toEqual(['Error: on purpose', true, 'undefined', 'undefined'])
  })

  it('is asked before the page goes elsewhere or opens a window', async () => {
    const asked: (string | undefined)[] = []
    const server = createServer(({ url }, response) => response.end(String(asked.push(url)))).listen(0, 'localhost')
    await once(server, 'listening')
    const address = `http://localhost:${(server.address() as AddressInfo).port}/`
    await page.evaluate((to) => {
      for (const link of document.links) link.href = to + link.textContent
    }, address)
    await page.getByRole('link', { name: 'elsewhere' }).click()
    await page.getByRole('link', { name: 'popup' }).click()
    await expect
      .poll(() => program.tell('say what was opened outside'))
      .toMatchObject({ addresses: [`${address}elsewhere`, `${address}popup`] })
    await expect.poll(() => page.context().pages().length).toBe(3)
    expect(page.url()).toBe('https://fixture.app.invalid/first')
    server.close()
    expect(asked).toEqual([])
  })

  it('gives the window the size that it has, and the view its own', async () => {
    const { id, views } = await program.window()
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 700])
    await program.tell('move a window', { id, width: 1100 })
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1100)
    const view = await findPage(browser, views[0]?.target ?? '')
    expect(await view.evaluate(() => [innerWidth, innerHeight])).toEqual([400, 300])
  })

  it('changes the theme of its pages by an accelerator of its menu', async () => {
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    expect(await isDark()).toBe(false)
    await program.tell('press an accelerator', 'F2')
    await expect.poll(isDark).toBe(true)
  })

  it('lets a page do what the program permits, and no more', async () => {
    const ask = (name: string) =>
      page.evaluate(async (it) => (await navigator.permissions.query({ name: it as PermissionName })).state, name)
    expect(await ask('clipboard-write')).toBe('granted')
    expect(await ask('geolocation')).toBe('denied')
  })

  it('hears of a second start, which ends', async () => {
    const second = start(PROGRAM, 'hello')
    expect(await second.ended).toBe(0)
    await expect.poll(() => program.tell('say what was opened outside')).toMatchObject({ paths: ['hello'] })
  })

  it.each([
    ['a member of a module', 'the stand-in has no app.dock'],
    ['a member to set', 'the stand-in has no app.badge'],
    ['a static method', 'the stand-in has no BrowserWindow.addExtension'],
    ['a member of an object', 'the stand-in has no Display.scaleFactor'],
    ['an event', "the stand-in has no app.on('gpu-info-update')"],
    ['an option', 'the stand-in has no BrowserWindowOptions.vibrancy'],
    ['a page without a sandbox', 'the stand-in has no pages outside of the sandbox'],
    ['a path', "the stand-in has no app.getPath('music')"],
    ['a name', "does not provide an export named 'powerSaveBlocker'"],
  ])('refuses to go without %s', async (use, message) => {
    const refused = start(MISSING, use)
    await refused.ended
    expect(refused.output()).toContain(message)
  })

  it('shows the page anew when the program reloads it after a crash', async () => {
    const { id, target } = await program.window()
    await program.tell('crash a page', id)
    await program.tell('wait until a page is whole', id)
    const anew = await chromium.connect()
    const whole = await findPage(anew, target)
    await whole.getByText('object').waitFor()
    await anew.close()
  })

  it('may ask before it ends, and is answered', async () => {
    program.signal('SIGTERM')
    await expect.poll(() => program.tell('say what was asked')).toMatchObject([{ message: 'Really?' }])
    await program.tell('answer', 'Go')
    expect(await program.ended).toBe(0)
    expect(program.output()).toBe('')
  })
})

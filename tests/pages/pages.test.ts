import type { Browser, Page as Tab } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumPath, sharedChromium } from '../support/chromium.ts'
import { findViolations } from '../support/find-violations.ts'
import { PAGES } from './fixtures.ts'
import { HOSTILE, hostileTwin } from './hostile.ts'
import { checkLayout, checkPlanted, visibleText } from './in-page-checks.ts'
import { servePages, type PageServer } from './serve-pages.ts'

const HOSTILE_PAGES = Object.fromEntries(
  Object.entries(PAGES).map(([name, page]) => [`hostile-${name}`, hostileTwin(page)]),
)
const ALL = { ...PAGES, ...HOSTILE_PAGES }

/** Nobody else wrote anything on these. */
const WITHOUT_STRANGERS: ReadonlySet<string> = new Set([
  'hostile-signed-out',
  'hostile-sign-in-bare',
  'hostile-callback-bare',
])

/** Colours do not depend on the width, nor names and roles on the colours, so each is looked at once. */
const LOOKS = [
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 1440 },
] as const

describe.skipIf(chromiumPath() === undefined)('the pages of the issuer, in a Chromium', () => {
  let browser: Browser
  let server: PageServer
  // One tab for all, since a new one for each page takes longer than what is looked at in it.
  let tab: Tab
  const complaints: string[] = []
  const requested: string[] = []

  beforeAll(async () => {
    server = await servePages(ALL)
    browser = await sharedChromium('shell')
    tab = await browser.newPage()
    tab.on('console', (message) => complaints.push(message.text()))
    tab.on('pageerror', (error) => complaints.push(error.message))
    tab.on('request', (request) => requested.push(request.url()))
  })

  afterAll(async () => {
    await tab.close()
    await server.close()
  })

  beforeEach(() => {
    complaints.length = 0
    requested.length = 0
  })

  async function open(name: string, width: number): Promise<void> {
    await tab.setViewportSize({ width, height: 900 })
    await tab.goto(`${server.origin}/${name}`)
  }

  it.each(Object.keys(PAGES))('%s has nothing for axe to object to', async (name) => {
    await open(name, 1440)
    for (const { colorScheme, width } of LOOKS) {
      await tab.emulateMedia({ colorScheme })
      await tab.setViewportSize({ width, height: 900 })
      expect({ colorScheme, width, found: await findViolations(tab) }).toEqual({ colorScheme, width, found: [] })
    }
    expect(complaints).toEqual([])
  })

  it.each(Object.keys(ALL))('%s fits a phone, asks nobody else for anything, and breaks no policy', async (name) => {
    await open(name, 390)
    expect(await tab.evaluate(checkLayout)).toEqual({ tooWide: 0, tooLow: [], topHeadings: 1, skippedLevels: [] })
    expect(requested.filter((url) => !url.startsWith(server.origin) && !url.startsWith('data:'))).toEqual([])
    expect(complaints).toEqual([])
  })

  it.each(Object.keys(HOSTILE_PAGES))('%s shows what a stranger wrote as text', async (name) => {
    await open(name, 1440)
    expect(await tab.evaluate(checkPlanted)).toEqual({ elements: 0, styles: 0, addresses: [] })
    const shown = (await tab.evaluate(visibleText)).includes(HOSTILE)
    expect(shown).toBe(!WITHOUT_STRANGERS.has(name))
  })
})

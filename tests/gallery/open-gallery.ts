import type { Browser, Locator, Page } from 'playwright'
import { launchChromium } from '../support/chromium.ts'
import { serveGallery } from './serve-gallery.ts'

export type Theme = 'light' | 'dark'

export interface Gallery {
  readonly tab: Page
  /** What the console said, and what broke. */
  readonly complaints: string[]
  show(theme: Theme, width?: number): Promise<void>
  specimen(name: string): Locator
  newWindow(): Promise<Page>
  close(): Promise<void>
}

/** The gallery in a Chromium, with the clipboard allowed. */
export async function openGallery(): Promise<Gallery> {
  const server = await serveGallery()
  const browser: Browser = await launchChromium()
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const tab = await context.newPage()
  tab.setDefaultTimeout(5000)
  const complaints: string[] = []
  tab.on('console', (message) => complaints.push(message.text()))
  tab.on('pageerror', (error) => complaints.push(error.message))
  return {
    tab,
    complaints,
    async show(theme, width = 1024) {
      complaints.length = 0
      await tab.setViewportSize({ width, height: 900 })
      // A change of the fragment alone would not load the page anew.
      await tab.goto('about:blank')
      await tab.goto(`${server.address}#${theme}`)
      await tab.getByRole('heading', { name: 'Gallery of the primitives' }).waitFor()
      await tab.evaluate(() => document.fonts.ready)
    },
    specimen: (name) => tab.locator(`[data-specimen="${name}"]`),
    newWindow: async () => await (await browser.newContext()).newPage(),
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

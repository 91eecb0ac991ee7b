import type { Locator, Page } from 'playwright'
import { sharedChromium } from '../support/chromium.ts'
import { PATIENCE } from '../support/patience.ts'
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
  const browser = await sharedChromium()
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const tab = await context.newPage()
  tab.setDefaultTimeout(PATIENCE)
  const complaints: string[] = []
  tab.on('console', (message) => complaints.push(message.text()))
  tab.on('pageerror', (error) => complaints.push(error.message))
  return {
    tab,
    complaints,
    async show(theme, width = 1024) {
      complaints.length = 0
      await tab.setViewportSize({ width, height: 900 })
      // A change of the fragment alone does not load the page anew.
      const isShown = tab.url().startsWith(server.address)
      await tab.goto(`${server.address}#${theme}`)
      if (isShown) await tab.reload()
      await tab.getByRole('heading', { name: 'Gallery of the primitives' }).waitFor()
      await tab.evaluate(() => document.fonts.ready)
    },
    specimen: (name) => tab.locator(`[data-specimen="${name}"]`),
    newWindow: async () => await (await browser.newContext()).newPage(),
    async close() {
      await context.close()
      await server.close()
    },
  }
}

// Pictures of every page, light and dark, wide and narrow, and the pages themselves as HTML.
// node tests/pages/save-pictures.ts FOLDER [NAME…]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { launchChromium } from '../support/chromium.ts'

const [folder, ...names] = process.argv.slice(2)
if (folder === undefined) throw new Error('say where the pictures go')

const SIZES = [
  { name: '1440', width: 1440, height: 900 },
  { name: '1024', width: 1024, height: 700 },
  { name: '390', width: 390, height: 844 },
]

// Node takes the types out of a file, but does not know JSX.
const { module } = await runnerImport<typeof import('./pictured.ts')>(new URL('pictured.ts', import.meta.url).pathname)
const { PAGES, servePages, renderPage } = module

mkdirSync(folder, { recursive: true })
const server = await servePages(PAGES)
const browser = await launchChromium()
for (const [name, page] of Object.entries(PAGES)) {
  if (names.length > 0 && !names.includes(name)) continue
  writeFileSync(join(folder, `${name}.html`), renderPage(page, { frameAncestors: [] }).html)
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme })
    const tab = await context.newPage()
    for (const { name: size, ...viewport } of SIZES) {
      await tab.setViewportSize(viewport)
      await tab.goto(`${server.origin}/${name}`)
      await tab.evaluate(() => document.fonts.ready)
      await tab.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), fullPage: size === '390' })
    }
    await context.close()
  }
}
await browser.close()
await server.close()

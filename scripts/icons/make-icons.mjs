// npm run icons: the pictures and icon files of resources/icons from the drawings there, by way of a Chromium.
// What it writes is kept in the repository, so that a build needs no browser.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { findOrFetchChromium } from '../lib/chromium.mjs'
import { main } from '../lib/main.mjs'
import { inRoot } from '../lib/paths.mjs'
import { buildIcns, buildIco, ICNS_SIZES } from './containers.mjs'

const LINUX = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS = [16, 20, 24, 32, 40, 48, 64, 256]
/** Up to here the drawing with the bolder key is used. */
const SMALL = 32
/** By the ending of its name Electron knows the picture that macOS is to colour. */
const TRAY = /** @type {const} */ ([
  ['trayTemplate', 'tray-template'],
  ['tray', 'app-small'],
])

await main(async () => {
  const executablePath = findOrFetchChromium()
  if (executablePath === undefined) throw new Error('There is no Chromium here to draw with.')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] })
  try {
    await drawAll(await browser.newPage())
  } finally {
    await browser.close()
  }
  return 0
})

/** @param {import('playwright').Page} page */
async function drawAll(page) {
  const draw = (/** @type {string} */ drawing, /** @type {number} */ size) => drawOne(page, drawing, size)
  const app = (/** @type {number} */ size) => draw(size <= SMALL ? 'app-small' : 'app', size)
  mkdirSync(icon('png'), { recursive: true })
  for (const size of LINUX) writeFileSync(icon('png', `${size}x${size}.png`), (await app(size)).png)
  writeFileSync(icon('icon.ico'), buildIco(await inTurn(WINDOWS, app)))
  writeFileSync(icon('icon.icns'), buildIcns(await inTurn(ICNS_SIZES, (size) => draw('app-mac', size))))
  for (const [name, drawing] of TRAY) {
    writeFileSync(icon(`${name}.png`), (await draw(drawing, 16)).png)
    writeFileSync(icon(`${name}@2x.png`), (await draw(drawing, 32)).png)
  }
}

/**
 * @param {import('playwright').Page} page
 * @param {string} drawing
 * @param {number} size
 */
async function drawOne(page, drawing, size) {
  const svg = readFileSync(icon(`${drawing}.svg`), 'utf8').replace('<svg ', `<svg width="${size}" height="${size}" `)
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>*{margin:0}svg{display:block}</style>${svg}`)
  return { size, png: await page.screenshot({ omitBackground: true }) }
}

/**
 * One tab draws one picture after the other.
 *
 * @param {readonly number[]} sizes
 * @param {(size: number) => Promise<import('./containers.mjs').Picture>} draw
 */
async function inTurn(sizes, draw) {
  const pictures = []
  for (const size of sizes) pictures.push(await draw(size))
  return pictures
}

/** @param {string[]} parts */
function icon(...parts) {
  return inRoot('resources', 'icons', ...parts)
}

// The screens of the program under measurement, in a real Chromium.
import { constants, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from '../../tests/support/chromium.ts'
import { startServer } from './processes.mjs'
import { temporaryFolder } from './program.mjs'

const SIZE = { width: 1440, height: 900 }

/**
 * @typedef {object} Screens
 * @property {string} address of the screens, with the token
 * @property {string} origin
 * @property {string} issuer
 * @property {() => Promise<import('playwright').Page>} openTab in a context of its own, so that nothing is cached
 */

/**
 * @template {object} Result
 * @param {{ program: string, from?: string }} options `from` is a data folder to begin with
 * @param {(screens: Screens) => Promise<Result>} use
 */
export async function withScreens({ program, from }, use) {
  const directory = temporaryFolder()
  if (from !== undefined) cpSync(from, join(directory, 'data'), { recursive: true, mode: constants.COPYFILE_FICLONE })
  const flags = ['--port', '0', '--ui-port', '0', '--no-open', '--json', '--data', join(directory, 'data')]
  let issuer = ''
  const server = await startServer([program, 'serve', ...flags], (line) => {
    const ready = JSON.parse(line)
    issuer = ready.issuer
    return ready.ui
  })
  const browser = await launchChromium()
  try {
    const openTab = async () => await (await browser.newContext({ viewport: SIZE })).newPage()
    const result = await use({ address: server.origin, origin: new URL(server.origin).origin, issuer, openTab })
    return { chromium: browser.version(), ...result }
  } finally {
    await browser.close()
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** The frame of the screens: it is there when its navigation is. */
export const FRAME = 'nav'

/** A tab that shows the frame at one of its places. */
export async function openPlace(/** @type {Screens} */ { address, openTab }, path = '/') {
  const tab = await openTab()
  const url = new URL(address)
  url.pathname = path
  await tab.goto(url.href)
  await tab.locator(FRAME).first().waitFor()
  await tab.locator('h1').first().waitFor()
  return tab
}

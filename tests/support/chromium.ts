import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright'

/** Nothing of the browser's own goes to the network, and nothing asks at the first start. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * The same Chromium without a browser's own windows, which nobody sees here: a quarter less work. It has no downloads, and
 * its letters are not those of the pictures. Not by its name in /usr/bin, a script that ends without it.
 */
const SHELL = '/usr/lib/chromium/chromium-headless-shell'

/** The Chromium that the tests use, or nothing where there is none; a suite then says aloud that it is skipped. */
export function chromiumPath(): string | undefined {
  const path = process.env['VALETKEY_CHROMIUM'] ?? '/usr/bin/chromium'
  return existsSync(path) ? path : undefined
}

export async function launchChromium(kind: 'whole' | 'shell' = 'whole'): Promise<Browser> {
  const executablePath = kind === 'shell' && existsSync(SHELL) ? SHELL : chromiumPath()
  if (executablePath === undefined) throw new Error('no Chromium here: name one by VALETKEY_CHROMIUM')
  return await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
}

const shared = new Map<string, Promise<Browser>>()

/** The one of this process, which ends with it. What has to be apart is a context. */
export async function sharedChromium(kind: 'whole' | 'shell' = 'whole'): Promise<Browser> {
  const running = await shared.get(kind)
  if (running?.isConnected()) return running
  const launched = launchChromium(kind)
  shared.set(kind, launched)
  return await launched
}

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

/** `npm test` looks further and names what it finds. */
const INSTALLED = ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium']

/** The Chromium that the tests use, or nothing where there is none; a suite then says aloud that it is skipped. */
export function chromiumPath(): string | undefined {
  const named = process.env['VALETKEY_CHROMIUM']
  return (named === undefined ? INSTALLED : [named]).find((path) => existsSync(path))
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error('no Chromium here: name one by VALETKEY_CHROMIUM')
  return await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
}

let shared: Promise<Browser> | undefined

/** The one of this process, which ends with it. What has to be apart is a context. */
export async function sharedChromium(): Promise<Browser> {
  shared ??= launchChromium()
  if (!(await shared).isConnected()) shared = launchChromium()
  return await shared
}

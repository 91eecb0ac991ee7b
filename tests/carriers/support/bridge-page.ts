/** The screens' bridge alone in the screens' real page, with its real policy. */
import { resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { build } from 'rolldown'

import type { Bridge, BridgeState } from '#shared/frames/bridge.ts'

const root = resolve(import.meta.dirname, '../../..')

declare global {
  interface Window {
    madeBridge: { createBridge(): Bridge }
    bridge: Bridge
    states: BridgeState[]
  }
}

export async function bundleBridge(): Promise<string> {
  const { output } = await build({
    cwd: root,
    input: resolve(root, 'renderer/bridge/create-bridge.ts'),
    platform: 'browser',
    logLevel: 'warn',
    write: false,
    output: { format: 'iife', name: 'madeBridge' },
  })
  return output[0].code
}

/** In place of the screens' own script; the page itself comes from the program, as a browser wants it to. */
export async function serveBridge(context: BrowserContext, origin: string, bundle: string): Promise<void> {
  const body = `${bundle}
    window.states = []
    window.bridge = madeBridge.createBridge()
    window.states.push(window.bridge.state)
    window.bridge.onState((state) => window.states.push(state))`
  await context.route(`${origin}/assets/*.js`, (route) => route.fulfill({ contentType: 'text/javascript', body }))
}

export async function waitForState(page: Page, state: BridgeState): Promise<void> {
  await page.waitForFunction((wanted) => window.bridge.state === wanted, state)
}

/** The kind of shell that answers, or the code of the failure. */
export function ask(page: Page): Promise<string> {
  return page.evaluate(() =>
    window.bridge.call('shell.get', {}).then(
      ({ kind }) => kind,
      (error: unknown) => String((error as { code?: unknown }).code),
    ),
  )
}

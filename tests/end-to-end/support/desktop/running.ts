import { setTimeout } from 'node:timers/promises'

import type { Page } from 'playwright'

import { PATIENCE } from '../../../support/patience.ts'
import type { Running } from '../screens.ts'
import { callThroughPage } from './call-through-page.ts'

/** The window is there before the issuer answers. */
export async function waitUntilRunning(page: Page): Promise<Running> {
  await page.waitForFunction(() => 'valetKey' in window)
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    const { program } = await callThroughPage(page, 'shell.get', {})
    if (program.state === 'running') return { issuer: program.issuer, api: program.api, token: '' }
    if (program.state === 'failed') throw new Error(program.error.message)
    await setTimeout(50)
  }
  throw new Error(`the program did not start within ${PATIENCE / 1000} seconds`)
}

import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { Page } from 'playwright'

import { settle } from './accessibility.ts'
import { shellName } from './shell.ts'

const FOLDER = resolve(import.meta.dirname, '../../../test-results/screens', shellName)

/** For people to look at, beside the sketches; taken when VALETKEY_SCREENSHOTS is set, since each costs a moment. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env['VALETKEY_SCREENSHOTS'] === undefined) return
  mkdirSync(FOLDER, { recursive: true })
  await settle(page)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}

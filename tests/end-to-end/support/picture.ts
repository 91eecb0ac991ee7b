import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { Page } from 'playwright'

import { settle } from './accessibility.ts'
import { shellName } from './shell.ts'

const FOLDER = resolve(import.meta.dirname, '../../../test-results/screens', shellName)

/** Each costs a moment, so they are taken when somebody wants them. */
export const TAKES_PICTURES = process.env['VALETKEY_SCREENSHOTS'] !== undefined

/** For people to look at, beside the sketches. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!TAKES_PICTURES) return
  mkdirSync(FOLDER, { recursive: true })
  await settle(page)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}

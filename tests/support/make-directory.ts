import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

/** For the test alone, and gone with it. */
export function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'valetkey-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

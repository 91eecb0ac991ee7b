// Writes resources/config.schema.json from the validator. With --check it writes nothing, and fails when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs'

import { buildConfigSchema } from '../shared/contract/config-schema.ts'

const file = new URL('../resources/config.schema.json', import.meta.url)
const text = `${JSON.stringify(buildConfigSchema(), null, 2)}\n`

if (process.argv.includes('--check')) {
  check()
} else {
  writeFileSync(file, text)
}

function check(): void {
  if (readIfThere() === text) return
  console.error('resources/config.schema.json is stale: run node scripts/make-config-schema.ts')
  process.exitCode = 1
}

function readIfThere(): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

import { writeFileSync } from 'node:fs'

import { ValetKeyError } from '#shared/errors.ts'

/** With secrets in it, the file is for its owner alone. */
export function writeOwnFile(flag: string, file: string, text: string, secrets: boolean): void {
  try {
    writeFileSync(file, text, secrets ? { mode: 0o600 } : {})
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason'
    throw new ValetKeyError('cannot_write', `${flag} ${file}: the file cannot be written (${code}).`, { cause })
  }
}

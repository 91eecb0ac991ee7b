import { writeFileSync } from 'node:fs'

import { ValetKeyError } from '#shared/errors.ts'
import { buildHar } from '#shared/har/build-har.ts'

import type { Core } from '../../core/create-core.ts'

const MOST = 5000

/** With secrets in it, the file is for its owner alone. */
export async function saveHar(
  call: Core['call'],
  file: string,
  ids: readonly number[],
  secrets: boolean,
): Promise<void> {
  // Without ids everything would be taken that was ever recorded.
  const har = ids.length === 0 ? buildHar([]) : await call('exchanges.har', { ids, secrets, limit: MOST })
  try {
    writeFileSync(file, `${JSON.stringify(har, null, 2)}\n`, secrets ? { mode: 0o600 } : {})
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason'
    throw new ValetKeyError('cannot_write', `--har ${file}: the file cannot be written (${code}).`, { cause })
  }
}

import { buildHar } from '#shared/har/build-har.ts'

import type { Core } from '../../core/create-core.ts'
import { writeOwnFile } from './write-own-file.ts'

const MOST = 5000

export async function saveHar(
  call: Core['call'],
  file: string,
  ids: readonly number[],
  secrets: boolean,
): Promise<void> {
  // Without ids everything would be taken that was ever recorded.
  const har = ids.length === 0 ? buildHar([]) : await call('exchanges.har', { ids, secrets, limit: MOST })
  writeOwnFile('--har', file, `${JSON.stringify(har, null, 2)}\n`, secrets)
}

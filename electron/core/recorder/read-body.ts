import type { RecordedBody } from '#shared/model/exchange.ts'

import type { RawBody } from './raw-exchange.ts'

export function readBody({ text, encoding, size }: RawBody): RecordedBody {
  // What was written as text is never cut as such.
  if (encoding === 'utf8') return { text, encoding, size, truncated: false }
  const truncated = size > text.length
  const decoded = decodeUtf8(Buffer.from(text, 'latin1'), truncated)
  if (decoded !== undefined) return { text: decoded, encoding: 'utf8', size, truncated }
  return { text: Buffer.from(text, 'latin1').toString('base64'), encoding: 'base64', size, truncated }
}

/** Where the text was cut, a letter of several bytes may have been cut too; it is left out rather than called broken. */
function decodeUtf8(bytes: Uint8Array, truncated: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: truncated })
  } catch {
    return undefined
  }
}

import { HttpProblem } from './problem.ts'

export const BODY_LIMIT = 256 * 1024
/** What is over the limit is read on and thrown away up to here: a client that is still sending may not see the answer. */
const DISCARD_LIMIT = 32 * 1024 * 1024
/** A body that trickles in for longer than this is given up. */
const BODY_DEADLINE = 10_000

/** The whole body as text, never holding more than the limit. */
export async function readBody(request: Request): Promise<string> {
  // Left untouched, so that the server below drains it.
  if (Number(request.headers.get('content-length')) > BODY_LIMIT) throw tooLarge()
  if (request.body === null) return ''
  const reader = request.body.getReader()
  let late = false
  const timer = setTimeout(() => {
    late = true
    reader.cancel().catch(() => undefined)
  }, BODY_DEADLINE)
  try {
    const bytes = await readBounded(reader)
    if (late) throw new HttpProblem(408, 'The body took too long', `It must arrive within ${BODY_DEADLINE / 1000} s.`)
    return decodeUtf8(bytes)
  } finally {
    clearTimeout(timer)
  }
}

async function readBounded(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await readChunk(reader)
    if (!done) size += value.byteLength
    if (size > BODY_LIMIT && (done || size > DISCARD_LIMIT)) throw tooLarge()
    if (done) return Buffer.concat(chunks)
    if (size <= BODY_LIMIT) chunks.push(value)
  }
}

async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read()
  } catch (cause) {
    throw new HttpProblem(400, 'The body broke off', 'The connection closed before the whole body had arrived.', {
      cause,
    })
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new HttpProblem(400, 'The body is not text', 'JSON is sent as UTF-8 (RFC 8259), and this is not UTF-8.', {
      cause,
    })
  }
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, 'The body is too large', `The demo APIs take at most ${BODY_LIMIT} bytes.`)
}

import { BODY_BOUND } from '#shared/model/exchange.ts'

import { NO_BODY, type RawBody } from './raw-exchange.ts'

type Chunk = string | Uint8Array

export interface BodyCollector {
  /** Takes whatever `write` takes; what is no data is none. */
  add(chunk: unknown, encoding?: unknown): void
  take(): RawBody
}

/** Keeps references until the body is whole, so that most bodies, which come in one piece, are never copied here. */
export function createBodyCollector(): BodyCollector {
  const chunks: Chunk[] = []
  let size = 0

  function add(chunk: unknown, encoding?: unknown): void {
    const data = dataOf(chunk, encoding)
    if (data === undefined) return
    if (size < BODY_BOUND) chunks.push(data)
    size += typeof data === 'string' ? Buffer.byteLength(data) : data.byteLength
  }

  return { add, take: () => joinChunks(chunks, size) }
}

function dataOf(chunk: unknown, encoding: unknown): Chunk | undefined {
  if (chunk instanceof Uint8Array) return chunk
  if (typeof chunk !== 'string') return undefined
  const isUtf8 = typeof encoding !== 'string' || encoding === 'utf8' || encoding === 'utf-8'
  return isUtf8 ? chunk : Buffer.from(chunk, encoding as BufferEncoding)
}

function joinChunks(chunks: readonly Chunk[], size: number): RawBody {
  const [first] = chunks
  if (first === undefined) return NO_BODY
  if (chunks.length === 1 && typeof first === 'string' && size <= BODY_BOUND)
    return { text: first, encoding: 'utf8', size }
  const bytes = chunks.length === 1 ? bytesOf(first) : Buffer.concat(chunks.map(bytesOf))
  return { text: bytes.toString('latin1', 0, BODY_BOUND), encoding: 'latin1', size }
}

function bytesOf(chunk: Chunk): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk)
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}

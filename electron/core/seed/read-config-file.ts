import { closeSync, openSync, readSync } from 'node:fs'

import { ValetKeyError } from '#shared/errors.ts'

const LARGEST = 10 * 1024 * 1024

/** The text of a config file, without its byte order mark. A pipe will do: `--config <(make-config)`. */
export function readConfigFile(path: string): string {
  return decode(readBytes(path), path)
}

function readBytes(path: string): Buffer {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    return readUpTo(file, LARGEST + 1)
  } catch (error) {
    throw explainFailure(error, path)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Bounded while reading, since the size of a pipe or a device is known only when it is too late. */
function readUpTo(file: number, most: number): Buffer {
  const chunks: Buffer[] = []
  for (let size = 0; size < most;) {
    const chunk = Buffer.alloc(64 * 1024)
    const length = readSync(file, chunk)
    if (length === 0) break
    chunks.push(chunk.subarray(0, length))
    size += length
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Buffer, path: string): string {
  if (bytes.length > LARGEST) throw refuse(path, 'found more than 10 MB, expected a config of at most that size')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    const found = utf16 ? 'UTF-16' : 'bytes that are no UTF-8'
    throw refuse(path, `found ${found}, expected a text in UTF-8; save the file in that encoding`)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'found no such file, expected a config file; check the path, or leave --config out',
  ENOTDIR: 'found no such file, expected a config file; check the path, or leave --config out',
  EISDIR: 'found a directory, expected a file; name the file in it',
  EACCES: 'found a file that may not be read, expected one that this user may read',
  EPERM: 'found a file that may not be read, expected one that this user may read',
}

function explainFailure(error: unknown, path: string): ValetKeyError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
  return refuse(path, REASONS[code] ?? `cannot be read (${code})`, error)
}

function refuse(path: string, message: string, cause?: unknown): ValetKeyError {
  return new ValetKeyError('config_invalid', `${path}: ${message}`, { cause })
}

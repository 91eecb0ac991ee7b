import { brotliCompressSync, gzipSync } from 'node:zlib'

/** In bytes, compressed. Most browsers take gzip over plain http, so that is the figure that counts. */
export const BUDGET = 250_000

/** @typedef {{ brotli: number, gzip: number }} Size */
/** @typedef {{ type: 'chunk', fileName: string, code: string, isEntry: boolean, imports: string[] }} Chunk */

/**
 * What is loaded before anything is shown: the entry, and whatever it imports without waiting.
 *
 * @param {readonly (Chunk | { type: 'asset', fileName: string })[]} files
 * @returns {Size}
 */
export function measureStart(files) {
  const chunks = new Map(files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
  const initial = new Set([...chunks.values()].filter(({ isEntry }) => isEntry))
  for (const { imports } of initial) {
    for (const chunk of imports.map((name) => chunks.get(name))) if (chunk) initial.add(chunk)
  }
  return sumOf([...initial].map(({ code }) => code))
}

/** @param {Size} size */
export function assertWithinBudget({ gzip }) {
  if (gzip <= BUDGET) return
  throw new Error(
    `The screens start with ${gzip} bytes of compressed JavaScript, and ${BUDGET} are allowed. Load with import() what the first screen does not need.`,
  )
}

/**
 * @param {string[]} codes
 * @returns {Size}
 */
function sumOf(codes) {
  const sum = (/** @type {(code: string) => Buffer} */ compress) =>
    codes.reduce((total, code) => total + compress(code).byteLength, 0)
  return { brotli: sum((code) => brotliCompressSync(code)), gzip: sum((code) => gzipSync(code, { level: 9 })) }
}

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** The page itself is not among them: it changes with every response. */
const TEXT = /\.(js|css|svg|json|txt)$/

/**
 * Puts a .br and a .gz beside every text file, so that the server has nothing left to compress.
 *
 * @param {string} folder
 */
export async function compressFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name))
  await Promise.all(files.map(({ parentPath, name }) => compressFile(join(parentPath, name))))
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** @param {string} file */
async function compressFile(file) {
  const text = await readFile(file)
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.byteLength }
  const [br, gz] = await Promise.all([brotli(text, { params: quality }), zip(text, { level: 9 })])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}

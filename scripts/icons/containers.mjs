/** @typedef {{ size: number, png: Buffer }} Picture */

/**
 * Windows' icon file: a directory, and a PNG for each entry in it. A size of 256 is written as 0.
 *
 * @param {readonly Picture[]} pictures
 */
export function buildIco(pictures) {
  const head = Buffer.alloc(6)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length + 16 * pictures.length
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(16)
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([head, ...entries, ...pictures.map(({ png }) => png)])
}

/** The kinds of entry that take a PNG, by pixels; two where one is for screens of double density. */
const KINDS = /** @type {const} */ ({
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
})
export const ICNS_SIZES = Object.keys(KINDS).map(Number)

/**
 * macOS' icon file: a length, and then each kind with its length and its PNG.
 *
 * @param {readonly Picture[]} pictures
 */
export function buildIcns(pictures) {
  const entries = pictures.flatMap(({ size, png }) =>
    kindsOf(size).map((kind) => Buffer.concat([head(kind, png.length), png])),
  )
  const body = Buffer.concat(entries)
  return Buffer.concat([head('icns', body.length), body])
}

/** @param {number} size */
function kindsOf(size) {
  return Object.entries(KINDS).find(([pixels]) => Number(pixels) === size)?.[1] ?? []
}

/**
 * @param {string} kind
 * @param {number} length
 */
function head(kind, length) {
  const bytes = Buffer.alloc(8)
  bytes.write(kind, 'latin1')
  bytes.writeUInt32BE(length + 8, 4)
  return bytes
}

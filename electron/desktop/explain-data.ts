/** Why the data could not be opened, without the flags of the headless program: the window has buttons instead. */
import type { ErrorShape } from '#shared/errors.ts'

interface Found {
  readonly file: string
  readonly directory: string
  /** Of the file system. */
  readonly code: string
  readonly owner: string
}

const OR_ASIDE = 'or set it aside and begin anew.'

const SAY: Readonly<Record<string, (found: Found) => string>> = {
  store_not_a_database: ({ file }) => `${file} is not a database. It is left as it is. Move it away, ${OR_ASIDE}`,
  store_corrupt: ({ file }) => `${file} is damaged. It is left as it is. Restore a copy of it, ${OR_ASIDE}`,
  store_foreign: ({ file }) =>
    `${file} is a database of another program. It is left as it is. Move it away, ${OR_ASIDE}`,
  store_newer: ({ file }) =>
    `${file} was made by a newer Valet Key. It is left as it is. Update Valet Key, ${OR_ASIDE}`,
  store_in_use: ({ directory, owner }) => `Another Valet Key${owner} is using ${directory}. Stop it, then try again.`,
  store_full: ({ file }) => `The disk that holds ${file} is full. Free some space, then try again.`,
  store_io: ({ file }) => `The disk failed while ${file} was read or written. Look after the disk, then try again.`,
  store_lock_unusable: ({ file }) =>
    `${file} should be empty, and is not a file of Valet Key. Move it away, then try again.`,
  store_unwritable: ({ file, code }) =>
    `${file} cannot be used by this account (${code}). Look at what lies there and at its permissions, then try again.`,
}

/** The same failure with other words, where there are some. */
export function explainData(error: ErrorShape): ErrorShape {
  const say = SAY[error.code]
  return say === undefined ? error : { ...error, message: say(readDetail(error.detail)) }
}

function readDetail(detail: unknown): Found {
  const found: Readonly<Record<string, unknown>> = typeof detail === 'object' && detail !== null ? { ...detail } : {}
  const text = (name: string) => (typeof found[name] === 'string' ? found[name] : '')
  const process = typeof found['pid'] === 'number' ? `process ${found['pid']}` : ''
  const owner = [process, text('issuer')].filter((part) => part !== '').join(', ')
  return {
    file: text('file') || 'The data file',
    directory: text('directory') || 'the data folder',
    code: text('code') || 'unknown',
    owner: owner === '' ? '' : ` (${owner})`,
  }
}

import { extname, join } from 'node:path'

import { isScreensAddress } from './screens-address.ts'

export interface ScreenFile {
  readonly path: string
  readonly contentType: string
  /** Asked for under any address that is a place in the screens, and sent with a policy of its own. */
  readonly isPage: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Letters, digits and what bundlers put between them: no way up, no drive, no second meaning of a dot. */
const NAME = /^[\w-]+(?:\.[\w-]+)+$/

/**
 * Which file an address of the screens stands for. Undefined: none. The id of an application or the name of a user may
 * hold a dot, so only what is directly below the root or below `assets/` is a file.
 */
export function findScreenFile(address: string, directory: string): ScreenFile | undefined {
  if (!isScreensAddress(address)) return undefined
  const [first = '', ...rest] = new URL(address).pathname.slice(1).split('/')
  if (first === 'assets') return rest.length === 1 ? findFile(directory, first, rest[0] ?? '') : undefined
  if (rest.length === 0 && first !== 'index.html' && first.includes('.')) return findFile(directory, '', first)
  return { path: join(directory, 'index.html'), contentType: 'text/html; charset=utf-8', isPage: true }
}

function findFile(directory: string, folder: string, name: string): ScreenFile | undefined {
  const contentType = TYPES[extname(name)]
  if (contentType === undefined || !NAME.test(name)) return undefined
  return { path: join(directory, folder, name), contentType, isPage: false }
}

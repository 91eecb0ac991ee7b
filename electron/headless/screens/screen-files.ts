/**
 * The files of the built screens. What may be sent is listed first, and an address is only ever looked up in the list:
 * no part of an address becomes part of a path, so there is no way out of the directory.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

export type Encoding = 'br' | 'gzip' | 'identity'

export interface ScreenFile {
  readonly contentType: string
  /** Its name holds a hash of its content. */
  readonly isHashed: boolean
  /** Those that the build left, in order of preference. */
  readonly encodings: readonly Encoding[]
  read(encoding: Encoding): FileContent
}

export interface FileContent {
  readonly body: Uint8Array
  readonly etag: string
}

export interface ScreenFiles {
  /** The page that every place in the screens is shown by; undefined when nothing has been built. */
  page(): string | undefined
  /** By the path of an address, such as `/assets/index-B3.js`. */
  find(path: string): ScreenFile | undefined
  /** Looks again next time. */
  forget(): void
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const SUFFIXES = [
  ['br', '.br'],
  ['gzip', '.gz'],
  ['identity', ''],
] as const

export function createScreenFiles(directory: string): ScreenFiles {
  const index = join(directory, 'index.html')
  let built: string | undefined
  let page = ''
  let files: ReadonlyMap<string, ScreenFile> = new Map()

  /** Read anew when the screens have been built anew: their page names other files then. */
  function refresh(): void {
    const stats = statSync(index, { throwIfNoEntry: false })
    const found = stats && `${stats.mtimeMs} ${stats.size}`
    if (found === built) return
    page = found === undefined ? '' : readFileSync(index, 'utf8')
    files = found === undefined ? new Map() : listFiles(directory)
    built = found
  }

  return {
    page() {
      refresh()
      return built === undefined ? undefined : page
    },
    find(path) {
      if (built === undefined) refresh()
      return files.get(path)
    },
    forget() {
      built = undefined
    },
  }
}

function listFiles(directory: string): ReadonlyMap<string, ScreenFile> {
  const paths = [...walk(directory)]
  const present = new Set(paths)
  return new Map(
    paths.flatMap((path) => {
      const contentType = TYPES[extname(path)]
      const address = `/${relative(directory, path).replaceAll(sep, '/')}`
      return contentType === undefined ? [] : [[address, describeFile(path, address, contentType, present)]]
    }),
  )
}

/** What is a link is none of the build's, and is left out; Node's own recursion would follow it. */
function* walk(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) yield* walk(path)
    else if (entry.isFile()) yield path
  }
}

function describeFile(path: string, address: string, contentType: string, present: ReadonlySet<string>): ScreenFile {
  const contents = new Map<Encoding, FileContent>()
  const encodings = SUFFIXES.filter(([, suffix]) => present.has(`${path}${suffix}`))
  return {
    contentType,
    isHashed: address.startsWith('/assets/'),
    encodings: encodings.map(([encoding]) => encoding),
    read(encoding) {
      const content = contents.get(encoding) ?? readContent(path, encoding)
      contents.set(encoding, content)
      return content
    },
  }
}

function readContent(path: string, encoding: Encoding): FileContent {
  const suffix = SUFFIXES.find(([name]) => name === encoding)?.[1] ?? ''
  const body = readFileSync(`${path}${suffix}`)
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return { body, etag: `"${hash}"` }
}

import { quote } from '#shared/contract/finding.ts'

/** Where a text stops being JSON. `JSON.parse` names no line for most mistakes, and quotes what may be a secret. */
export interface JsonProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Deeper than any config, and shallow enough for whatever walks the values later. */
const DEEPEST = 64

interface Cursor {
  readonly text: string
  at: number
}

class Stop extends Error {
  readonly at: number

  constructor(at: number, message: string) {
    super(message)
    this.at = at
  }
}

/** Stricter than `JSON.parse` in two points: a key stands once in an object, and nesting has a bound. */
export function checkJson(text: string): JsonProblem | undefined {
  try {
    const cursor = { text, at: 0 }
    readValue(cursor, 0)
    skipSpace(cursor)
    if (cursor.at < text.length) stop(cursor, 'the end of the file')
    return undefined
  } catch (error) {
    if (error instanceof Stop) return { ...locate(text, error.at), message: error.message }
    throw error
  }
}

function readValue(cursor: Cursor, depth: number): void {
  skipSpace(cursor)
  const first = cursor.text[cursor.at]
  if (depth > DEEPEST) throw new Stop(cursor.at, `found more than ${DEEPEST} levels, expected fewer`)
  if (first === '{') readObject(cursor, depth)
  else if (first === '[') readArray(cursor, depth)
  else if (first === '"') readString(cursor)
  else readWord(cursor)
}

function readObject(cursor: Cursor, depth: number): void {
  const keys = new Set<string>()
  cursor.at += 1
  if (take(cursor, '}')) return
  do {
    readKey(cursor, keys)
    if (!take(cursor, ':')) stop(cursor, '":" after a key')
    readValue(cursor, depth + 1)
  } while (take(cursor, ','))
  if (!take(cursor, '}')) stop(cursor, '"," or "}"')
}

function readKey(cursor: Cursor, keys: Set<string>): void {
  skipSpace(cursor)
  const start = cursor.at
  if (cursor.text[start] === '}') stop(cursor, 'another member, or no comma before it')
  if (cursor.text[start] !== '"') stop(cursor, 'a key in double quotes')
  readString(cursor)
  const key = String(JSON.parse(cursor.text.slice(start, cursor.at)))
  if (keys.has(key)) throw new Stop(start, `found the key ${quote(key)} a second time, expected it once`)
  keys.add(key)
}

function readArray(cursor: Cursor, depth: number): void {
  cursor.at += 1
  if (take(cursor, ']')) return
  do {
    skipSpace(cursor)
    if (cursor.text[cursor.at] === ']') stop(cursor, 'another element, or no comma before it')
    readValue(cursor, depth + 1)
  } while (take(cursor, ','))
  if (!take(cursor, ']')) stop(cursor, '"," or "]"')
}

function readString(cursor: Cursor): void {
  cursor.at += 1
  while (cursor.text[cursor.at] !== '"') {
    const character = cursor.text[cursor.at]
    if (character === undefined || character < ' ') stop(cursor, 'a closing double quote')
    cursor.at += character === '\\' ? escapeLength(cursor) : 1
  }
  cursor.at += 1
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

function escapeLength(cursor: Cursor): number {
  ESCAPE.lastIndex = cursor.at
  const [escape] = ESCAPE.exec(cursor.text) ?? []
  if (escape === undefined) stop(cursor, 'an escape of JSON, such as \\\\ for one backslash')
  return escape.length
}

const WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y

function readWord(cursor: Cursor): void {
  WORD.lastIndex = cursor.at
  if (!WORD.test(cursor.text)) stop(cursor, 'a JSON value')
  cursor.at = WORD.lastIndex
}

function take(cursor: Cursor, character: string): boolean {
  skipSpace(cursor)
  const there = cursor.text[cursor.at] === character
  if (there) cursor.at += 1
  return there
}

const SPACE = new Set([' ', '\t', '\n', '\r'])

function skipSpace(cursor: Cursor): void {
  while (SPACE.has(cursor.text[cursor.at] ?? '')) cursor.at += 1
}

/** One character is shown at most: the next one may belong to a secret. */
function stop(cursor: Cursor, expected: string): never {
  const character = cursor.text.slice(cursor.at, cursor.at + 2)
  if (character === '//' || character === '/*')
    throw new Stop(cursor.at, 'found a comment, expected JSON without comments')
  const found =
    character === '' ? 'the end of the file' : quote(String.fromCodePoint(cursor.text.codePointAt(cursor.at) ?? 0))
  throw new Stop(cursor.at, `found ${found}, expected ${expected}`)
}

function locate(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'

export interface JsonRow {
  /** JSON Pointer (RFC 6901), which is the row's name too; '' is the root. */
  readonly pointer: string
  /** As JSONPath writes it (RFC 9535): `$.amount.value`, `$.details[0]`, `$['a key']`. */
  readonly path: string
  /** Nothing at the root. */
  readonly key: string | undefined
  readonly depth: number
  readonly kind: JsonKind
  readonly value: unknown
  /** Of an object or an array. */
  readonly count: number
  readonly isOpen: boolean
  readonly position: number
  readonly siblings: number
  /** More of this parent's children than are shown; opening this row shows them. */
  readonly hidden?: number
}

export interface JsonView {
  readonly open: ReadonlySet<string>
  /** The parents that show all of their children. */
  readonly whole: ReadonlySet<string>
}

export const CHILDREN_AT_FIRST = 100

/** The rows that are in sight, in order. */
export function listRows(value: unknown, view: JsonView): readonly JsonRow[] {
  const rows: JsonRow[] = []
  addRows(rows, view, { pointer: '', path: '$', key: undefined, depth: 0, value, position: 1, siblings: 1 })
  return rows
}

/** What is open at first: the first levels, as long as they are short. */
export function openAtFirst(value: unknown, depth = 2): ReadonlySet<string> {
  const open = new Set<string>()
  collectOpen(open, value, '', depth)
  return open
}

export function kindOf(value: unknown): JsonKind {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  const type = typeof value
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object'
}

export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
}

type Place = Pick<JsonRow, 'pointer' | 'path' | 'key' | 'depth' | 'value' | 'position' | 'siblings'>

function addRows(rows: JsonRow[], view: JsonView, place: Place): void {
  const kind = kindOf(place.value)
  const children = childrenOf(place.value)
  const isOpen = children.length > 0 && view.open.has(place.pointer)
  rows.push({ ...place, kind, count: children.length, isOpen })
  if (!isOpen) return
  const shown = view.whole.has(place.pointer) ? children : children.slice(0, CHILDREN_AT_FIRST)
  const siblings = shown.length + (shown.length < children.length ? 1 : 0)
  for (const [index, [key, value]] of shown.entries()) {
    addRows(rows, view, {
      pointer: `${place.pointer}/${escapeKey(key)}`,
      path: `${place.path}${kind === 'array' ? `[${key}]` : pathStep(key)}`,
      key,
      depth: place.depth + 1,
      value,
      position: index + 1,
      siblings,
    })
  }
  if (shown.length < children.length) rows.push(moreRow(place, siblings, children.length - shown.length))
}

/** `//` is no pointer that a key can make, since a slash in a key is written `~1`. */
function moreRow(place: Place, siblings: number, hidden: number): JsonRow {
  const { pointer, path, value, depth } = place
  const shared = { path, value, key: undefined, kind: 'null', count: 0, isOpen: false } as const
  return { ...shared, pointer: `${pointer}//more`, depth: depth + 1, position: siblings, siblings, hidden }
}

function collectOpen(open: Set<string>, value: unknown, pointer: string, depth: number): void {
  const children = childrenOf(value)
  if (depth === 0 || children.length === 0 || (pointer !== '' && children.length > 20)) return
  open.add(pointer)
  for (const [key, child] of children) collectOpen(open, child, `${pointer}/${escapeKey(key)}`, depth - 1)
}

function childrenOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

function pathStep(key: string): string {
  if (/^[A-Za-z_]\w*$/.test(key)) return `.${key}`
  return `['${key.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}']`
}

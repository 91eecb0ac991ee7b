import { type JsonRow, parentOf } from './json-rows.ts'

export type TreeMove =
  | { readonly kind: 'go'; readonly pointer: string }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'open'; readonly pointers: readonly string[] }

/** What a key does in a tree view (ARIA Authoring Practices Guide, "Tree View"). */
export function moveInTree(key: string, active: JsonRow, rows: readonly JsonRow[]): TreeMove | undefined {
  const at = rows.indexOf(active)
  switch (key) {
    case 'ArrowDown':
      return go(rows[Math.min(at + 1, rows.length - 1)])
    case 'ArrowUp':
      return go(rows[Math.max(at - 1, 0)])
    case 'Home':
      return go(rows[0])
    case 'End':
      return go(rows.at(-1))
    case 'ArrowRight':
      return active.isOpen ? go(rows[at + 1]) : active.count > 0 ? { kind: 'toggle' } : undefined
    case 'ArrowLeft':
      return active.isOpen ? { kind: 'toggle' } : go(rows.find((row) => row.pointer === parentRow(active)))
    case 'Enter':
    case ' ':
      return { kind: 'toggle' }
    case '*':
      return { kind: 'open', pointers: siblingsOf(active, rows).map((row) => row.pointer) }
    default:
      return undefined
  }
}

function go(row: JsonRow | undefined): TreeMove | undefined {
  return row && { kind: 'go', pointer: row.pointer }
}

function parentRow(row: JsonRow): string | undefined {
  if (row.pointer === '') return undefined
  return row.hidden === undefined ? parentOf(row.pointer) : parentOf(parentOf(row.pointer))
}

function siblingsOf(active: JsonRow, rows: readonly JsonRow[]): readonly JsonRow[] {
  return rows.filter((row) => row.count > 0 && row.depth === active.depth && parentRow(row) === parentRow(active))
}

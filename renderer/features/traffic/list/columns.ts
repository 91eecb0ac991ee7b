/** The columns of the list, each in one row: how wide it is, and how long it stays while the list gets narrower. */
export interface Column {
  readonly id: ColumnId
  /** Pixels at a font size of 16; left out for what takes the rest. */
  readonly width?: number
  readonly isAtEnd?: boolean
  /** The smallest goes first. */
  readonly rank: number
}

export const COLUMN_IDS = [
  'time',
  'parties',
  'method',
  'address',
  'client',
  'user',
  'endpoint',
  'grant',
  'status',
  'took',
  'error',
] as const
export type ColumnId = (typeof COLUMN_IDS)[number]

const COLUMNS: Readonly<Record<ColumnId, Omit<Column, 'id'>>> = {
  time: { width: 98, rank: 7 },
  parties: { width: 44, rank: 9 },
  method: { width: 52, rank: 8 },
  address: { rank: 11 },
  client: { width: 112, rank: 5 },
  user: { width: 72, rank: 4 },
  endpoint: { width: 112, rank: 2 },
  grant: { width: 128, rank: 1 },
  status: { width: 54, rank: 10 },
  took: { width: 60, isAtEnd: true, rank: 3 },
  error: { width: 124, isAtEnd: true, rank: 6 },
}

export const USUAL_COLUMNS: readonly ColumnId[] = ['time', 'parties', 'method', 'address', 'status', 'took', 'error']

/** The address is what tells one exchange from another. */
const ALWAYS: ColumnId = 'address'
const LEAST_ADDRESS = 140
const GAP = 8
/** On both sides, the box of the selection included. */
const PADDING = 40

export interface FittedColumns {
  readonly columns: readonly Column[]
  readonly template: string
}

/** As many of the chosen ones as there is room for, in their own order. */
export function fitColumns(chosen: readonly ColumnId[], width: number): FittedColumns {
  const columns = COLUMN_IDS.filter((id) => id === ALWAYS || chosen.includes(id)).map((id) => ({ id, ...COLUMNS[id] }))
  const kept = new Set(columns.toSorted((one, other) => other.rank - one.rank))
  for (const column of columns.toSorted((one, other) => one.rank - other.rank)) {
    if (widthOf([...kept]) <= width || column.id === ALWAYS) break
    kept.delete(column)
  }
  const fitted = columns.filter((column) => kept.has(column))
  const template = fitted.map((column) => (column.width === undefined ? 'minmax(0, 1fr)' : `${column.width / 16}rem`))
  return { columns: fitted, template: template.join(' ') }
}

function widthOf(columns: readonly Column[]): number {
  const inner = columns.reduce((sum, { width = LEAST_ADDRESS }) => sum + width, 0)
  return inner + GAP * (columns.length - 1) + PADDING
}

/** What is no column is left out; nothing at all means the usual ones. */
export function parseColumns(text: string | undefined): readonly ColumnId[] | undefined {
  const names = text?.split(',') ?? []
  const known = COLUMN_IDS.filter((id) => names.includes(id))
  return known.length === 0 ? undefined : known
}

export function formatColumns(columns: readonly ColumnId[]): string {
  return COLUMN_IDS.filter((id) => columns.includes(id)).join(',')
}

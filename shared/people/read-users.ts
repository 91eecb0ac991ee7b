import { standardClaim } from '../oauth/standard-claims.ts'
import { parseCsv } from './parse-csv.ts'

export type ReadUsers = { readonly users: readonly unknown[] } | { readonly problem: string }

/** Users as a JSON array, as a config file, as one of them alone, or as a table with a header. */
export function readUsers(text: string): ReadUsers {
  const clean = text.replace(/^\uFEFF/, '').trim()
  if (clean === '') return { problem: 'There is nothing in it.' }
  return /^[[{]/.test(clean) ? readJson(clean) : readTable(clean)
}

function readJson(text: string): ReadUsers {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problem: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
  if (Array.isArray(value)) return { users: value }
  const { users } = value as { readonly users?: unknown }
  if (Array.isArray(users)) return { users }
  if (Object.hasOwn(value as object, 'username')) return { users: [value] }
  return { problem: 'There are no users in it: neither an array, nor an object with users.' }
}

const LISTS: ReadonlySet<string> = new Set(['roles', 'groups'])
const OWN: ReadonlySet<string> = new Set(['username', 'password'])

/** Each other column is a claim; several roles stand in one cell with a semicolon between them. */
function readTable(text: string): ReadUsers {
  const { rows, problem } = parseCsv(text)
  if (problem !== undefined) return { problem }
  const [header = [], ...lines] = rows
  const names = header.map((name) => name.trim())
  if (!names.includes('username')) {
    return { problem: 'This is neither JSON nor a table whose first line names a column username.' }
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return { problem: `The first line names ${twice} twice.` }
  const wide = lines.findIndex((cells) => cells.length > names.length)
  if (wide >= 0) return { problem: `Line ${wide + 2} of the table has more cells than the first line has names.` }
  return { users: lines.map((cells) => readLine(names, cells)) }
}

function readLine(names: readonly string[], cells: readonly string[]): unknown {
  const given = names.map((name, index) => [name, cells[index] ?? ''] as const).filter(([, cell]) => cell !== '')
  const own = given.filter(([name]) => OWN.has(name))
  const claims = given.filter(([name]) => !OWN.has(name)).map(([name, cell]) => [name, readCell(name, cell)] as const)
  return { ...Object.fromEntries(own), ...(claims.length > 0 && { claims: Object.fromEntries(claims) }) }
}

function readCell(name: string, cell: string): unknown {
  if (LISTS.has(name)) {
    return cell
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '')
  }
  const kind = standardClaim(name)?.kind
  if (kind === 'yes-no' && /^(true|false)$/i.test(cell)) return cell.toLowerCase() === 'true'
  if (kind === 'seconds' && /^\d+$/.test(cell)) return Number(cell)
  if (kind === 'address') return { formatted: cell }
  return cell
}

import type { Api } from '../../model/api.ts'
import { oneLine } from '../write/text.ts'

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** Left out: any token for the API will do. */
  readonly scope: string | undefined
  readonly description: string | undefined
}

const METHODS: Readonly<Record<string, Route['method']>> = {
  read: 'GET',
  list: 'GET',
  get: 'GET',
  view: 'GET',
  create: 'POST',
  write: 'POST',
  add: 'POST',
  send: 'POST',
  update: 'PUT',
  edit: 'PUT',
  change: 'PUT',
  delete: 'DELETE',
  remove: 'DELETE',
}

/** A route for each scope, by how scopes are usually spelt: `read:contacts`, `contacts.write`, `geocode`. */
export function listRoutes({ scopes }: Pick<Api, 'scopes'>): readonly Route[] {
  if (scopes.length === 0) return [{ method: 'GET', path: '/', scope: undefined, description: undefined }]
  const taken = new Set<string>()
  return scopes.map(({ name, description }) => {
    const { method, words } = readScope(name)
    const path = chooseFree(method, `/${words.join('-')}`, taken)
    return { method, path, scope: name, description: description === undefined ? undefined : oneLine(description) }
  })
}

function readScope(name: string): { readonly method: Route['method']; readonly words: readonly string[] } {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const verb = words.find((word) => Object.hasOwn(METHODS, word))
  const rest = words.filter((word) => word !== verb)
  const method = verb === undefined ? undefined : METHODS[verb]
  return { method: method ?? 'GET', words: rest.length === 0 ? words : rest }
}

/** Two scopes may come out as the same route: `read:notes` and `notes.read`. */
function chooseFree(method: string, path: string, taken: Set<string>): string {
  let free = path
  for (let number = 2; taken.has(`${method} ${free}`); number += 1) free = `${path}-${number}`
  taken.add(`${method} ${free}`)
  return free
}

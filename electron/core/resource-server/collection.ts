import { HttpProblem } from './http/problem.ts'

export type Stored<Fields> = Fields & { readonly id: string }

/** One kind of thing, kept in memory for each user apart. */
export interface Collection<Fields> {
  list(owner: string): readonly Stored<Fields>[]
  find(owner: string, id: string): Stored<Fields> | undefined
  add(owner: string, fields: Fields): Stored<Fields>
  /** True when there was something to remove. */
  remove(owner: string, id: string): boolean
}

export interface CollectionOptions<Fields> {
  /** Singular, for ids and messages: `contact`. */
  readonly kind: string
  /** What a user finds at the first visit. */
  readonly seed: (owner: string) => readonly Fields[]
  readonly itemLimit?: number
  readonly ownerLimit?: number
}

export function createCollection<Fields extends object>(options: CollectionOptions<Fields>): Collection<Fields> {
  const { kind, seed, itemLimit = 200, ownerLimit = 500 } = options
  const owners = new Map<string, Shelf<Fields>>()

  function shelfOf(owner: string): Shelf<Fields> {
    const shelf = owners.get(owner) ?? createShelf(kind, seed(owner))
    // Set anew to stand last, so that whoever has not come for the longest time is forgotten first.
    owners.delete(owner)
    owners.set(owner, shelf)
    const [oldest] = owners.keys()
    if (owners.size > ownerLimit && oldest !== undefined) owners.delete(oldest)
    return shelf
  }

  return {
    list: (owner) => [...shelfOf(owner).items.values()],
    find: (owner, id) => shelfOf(owner).items.get(id),
    remove: (owner, id) => shelfOf(owner).items.delete(id),
    add(owner, fields) {
      const shelf = shelfOf(owner)
      if (shelf.items.size >= itemLimit) throw shelfIsFull(kind, itemLimit)
      return shelf.put(fields)
    },
  }
}

interface Shelf<Fields> {
  readonly items: Map<string, Stored<Fields>>
  put(fields: Fields): Stored<Fields>
}

function createShelf<Fields extends object>(kind: string, seed: readonly Fields[]): Shelf<Fields> {
  const items = new Map<string, Stored<Fields>>()
  let count = 0
  function put(fields: Fields): Stored<Fields> {
    count += 1
    const item = { id: `${kind}-${count}`, ...fields }
    items.set(item.id, item)
    return item
  }
  for (const fields of seed) put(fields)
  return { items, put }
}

function shelfIsFull(kind: string, limit: number): HttpProblem {
  return new HttpProblem(
    409,
    'No room left',
    `There are ${limit} of kind ${kind}, the most that the demo keeps; delete one first.`,
  )
}

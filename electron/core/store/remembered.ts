/** What was read last, by id; whoever writes a row says so, and a row that cannot be read is read again. */
export interface Remembered<Entity> {
  get(id: string): Entity | undefined
  forget(id: string): void
  clear(): void
}

/** Enough for what is in use at one time. Beyond it, whatever has been here longest makes room. */
const MOST = 200

export function createRemembered<Entity extends object>(read: (id: string) => Entity | undefined): Remembered<Entity> {
  const entities = new Map<string, Entity>()

  function get(id: string): Entity | undefined {
    const known = entities.get(id)
    if (known !== undefined) return known
    const entity = read(id)
    if (entity !== undefined) remember(id, deepFreeze(entity))
    return entity
  }

  function remember(id: string, entity: Entity): void {
    const [oldest] = entities.keys()
    if (entities.size >= MOST && oldest !== undefined) entities.delete(oldest)
    entities.set(id, entity)
  }

  return { get, forget: (id) => void entities.delete(id), clear: () => entities.clear() }
}

/** Everybody is given the same object, so a change by one would be a change for all. */
function deepFreeze<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part)
  return Object.freeze(value)
}

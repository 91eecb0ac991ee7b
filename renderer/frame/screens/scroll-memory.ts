/** How far each entry of the history was scrolled. Survives a reload. */
export interface ScrollMemory {
  /** Begins with the present entry; gives what is known of it. */
  enter(): number | undefined
  keep(top: number): void
  save(): void
}

const NAME = 'valetkey.scroll'
/** Entries far back in the history begin at the top again. */
const MOST = 100

export function createScrollMemory(): ScrollMemory {
  const tops = new Map<string, number>(load())
  let present = ''

  return {
    enter() {
      present = keyOfEntry()
      return tops.get(present)
    },
    keep(top) {
      tops.delete(present)
      tops.set(present, top)
    },
    save() {
      try {
        sessionStorage.setItem(NAME, JSON.stringify([...tops].slice(-MOST)))
      } catch {
        // Without a storage the screens begin at the top after a reload.
      }
    },
  }
}

/** An entry carries its key in its state, which the browser gives back with it. */
function keyOfEntry(): string {
  const state: unknown = history.state
  const key = isObject(state) ? state['key'] : undefined
  if (typeof key === 'string') return key
  const made = Math.random().toString(36).slice(2)
  history.replaceState({ ...(isObject(state) ? state : {}), key: made }, '')
  return made
}

function load(): [string, number][] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isEntry) : []
  } catch {
    return []
  }
}

function isEntry(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

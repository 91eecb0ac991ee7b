/** What this browser remembers for the person. Where it may not remember anything, it forgets at the next start. */
export interface Memory {
  read(name: string): string | undefined
  write(name: string, value: string): void
}

const PREFIX = 'valetkey.'

export function createBrowserMemory(): Memory {
  return createMemoryIn(() => localStorage)
}

/** Ends with the tab. */
export function createTabMemory(): Memory {
  return createMemoryIn(() => sessionStorage)
}

function createMemoryIn(storage: () => Storage): Memory {
  return {
    read(name) {
      try {
        return storage().getItem(PREFIX + name) ?? undefined
      } catch {
        return undefined
      }
    },
    write(name, value) {
      try {
        storage().setItem(PREFIX + name, value)
      } catch {
        // Storage is full or forbidden: the choice holds until the page is left.
      }
    },
  }
}

export function createMemory(initial: Readonly<Record<string, string>> = {}): Memory {
  const values = new Map(Object.entries(initial))
  return { read: (name) => values.get(name), write: (name, value) => void values.set(name, value) }
}

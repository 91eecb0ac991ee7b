export interface Listeners<Value> {
  add(listener: (value: Value) => void): () => void
  tell(value: Value): void
}

/** Those who are there when it is told hear of it, whatever one of them does meanwhile. */
export function createListeners<Value>(): Listeners<Value> {
  const listeners = new Set<(value: Value) => void>()
  return {
    add(listener) {
      // The same function twice is two listeners.
      const own = (value: Value) => listener(value)
      listeners.add(own)
      return () => void listeners.delete(own)
    },
    tell(value) {
      const now = [...listeners]
      for (const listener of now) if (listeners.has(listener)) tellOne(listener, value)
    },
  }
}

/** A listener that fails takes nothing from the others; its failure is reported as any that nobody caught. */
function tellOne<Value>(listener: (value: Value) => void, value: Value): void {
  try {
    listener(value)
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}

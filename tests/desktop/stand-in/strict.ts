/**
 * What keeps the stand-in honest: to read or set a member that it does not have is an error, where a plain object would
 * answer `undefined` and a test would pass on it.
 */

/** Asked of any value by the language and by Node, of an object that is awaited or printed for instance. */
const ASKED_BY_THE_LANGUAGE: ReadonlySet<PropertyKey> = new Set(['then', 'toJSON', 'constructor', 'prototype'])

const strictOnes = new WeakSet()

/** The same object every time it is handed out has to be one and the same, so wrap it once, where it is made. */
export function strict<T extends object>(name: string, target: T): T {
  const guarded = new Proxy(target, {
    get(object, key): unknown {
      if (!(key in object) && isMember(key)) throw missing(name, key)
      return Reflect.get(object, key)
    },
    set(object, key, value) {
      if (!(key in object)) throw missing(name, key)
      return Reflect.set(object, key, value)
    },
    has(object, key) {
      if (!(key in object) && isMember(key)) throw missing(name, key)
      return key in object
    },
  })
  strictOnes.add(guarded)
  return guarded
}

/** Refuses options that the stand-in would otherwise pass over. */
export function assertKnown(name: string, given: object | undefined, known: readonly string[]): void {
  for (const key of Object.keys(given ?? {})) if (!known.includes(key)) throw missing(name, key)
}

export function missing(name: string, key: PropertyKey): Error {
  return new Error(`the stand-in has no ${name}.${String(key)}`)
}

export function isStrict(value: object): boolean {
  return strictOnes.has(value)
}

function isMember(key: PropertyKey): boolean {
  return typeof key === 'string' && !ASKED_BY_THE_LANGUAGE.has(key)
}

import type { ComponentType } from 'react'

import { PLACES, type Place } from '../places.ts'

/** The code of a screen did not arrive. */
export class ScreenNotLoadedError extends Error {
  override readonly name = 'ScreenNotLoadedError'
}

/** React reads a promise's outcome here, if it stands here; otherwise it would wait a moment for what is there. */
type ReadablePromise = Promise<ComponentType> & { status?: 'fulfilled'; value?: ComponentType }

const screens = new Map<string, ReadablePromise>()

/** Fetches a screen once. A failure is forgotten, so that the next attempt is one. */
export function loadScreen(place: Place): Promise<ComponentType> {
  const before = screens.get(place.id)
  if (before) return before
  const promise: ReadablePromise = fetchScreen(place)
  screens.set(place.id, promise)
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    // The boundary shows it; what it offers is another attempt.
    () => undefined,
  )
  return promise
}

async function fetchScreen({ id, load }: Place): Promise<ComponentType> {
  try {
    const { Screen } = await load()
    return Screen
  } catch (cause) {
    throw new ScreenNotLoadedError(`the screen ${id} was not loaded`, { cause })
  }
}

export function forgetScreen({ id }: Place): void {
  screens.delete(id)
}

/** The others too, once there is nothing better to do, so that going there takes no waiting. */
export async function loadOtherScreens(): Promise<void> {
  for (const place of PLACES) {
    if (screens.has(place.id)) continue
    await nextIdleMoment()
    // A failure is shown when somebody goes there and it fails again.
    await loadScreen(place).catch(() => forgetScreen(place))
  }
}

function nextIdleMoment(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has had it since 2026 only.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve())
    else setTimeout(resolve, 50)
  })
}

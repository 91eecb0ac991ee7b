import type { ComponentType } from 'react'

import { PLACES, type Place } from '../places.ts'

/** The code of a screen did not arrive. */
export class ScreenNotLoadedError extends Error {
  override readonly name = 'ScreenNotLoadedError'
}

const loaded = new Map<string, ComponentType>()
const loading = new Map<string, Promise<ComponentType>>()

/** The screen, if it is here already. */
export function loadedScreen({ id }: Place): ComponentType | undefined {
  return loaded.get(id)
}

/** Fetches a screen once. A failure is forgotten, so that the next attempt is one. */
export function loadScreen(place: Place): Promise<ComponentType> {
  const before = loading.get(place.id)
  if (before) return before
  const promise = fetchScreen(place)
  loading.set(place.id, promise)
  return promise
}

async function fetchScreen({ id, load }: Place): Promise<ComponentType> {
  try {
    const { Screen } = await load()
    loaded.set(id, Screen)
    return Screen
  } catch (cause) {
    throw new ScreenNotLoadedError(`the screen ${id} was not loaded`, { cause })
  }
}

export function forgetFailedScreen({ id }: Place): void {
  if (!loaded.has(id)) loading.delete(id)
}

/** The others too, once there is nothing better to do, so that going there takes no waiting. */
export async function loadOtherScreens(): Promise<void> {
  for (const place of PLACES) {
    if (loaded.has(place.id)) continue
    await nextIdleMoment()
    // Without it the screen is fetched, and its failure shown, when somebody goes there.
    await loadScreen(place).catch(() => forgetFailedScreen(place))
  }
}

function nextIdleMoment(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has had it since 2026 only.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve())
    else setTimeout(resolve, 50)
  })
}

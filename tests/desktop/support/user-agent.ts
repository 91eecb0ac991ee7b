import { setTimeout } from 'node:timers/promises'

import type { StandIn } from './stand-in.ts'
import type { ViewView } from '../stand-in/windows.ts'

const SECONDS = 10

/** The view over the window; waits until the program has made one and shows it. */
export async function waitForUserAgent(standIn: StandIn): Promise<ViewView> {
  for (let waited = 0; waited < SECONDS * 20; waited += 1) {
    const view = (await standIn.window()).views.find(({ isVisible }) => isVisible)
    if (view) return view
    await setTimeout(50)
  }
  throw new Error(`the window has shown no user agent for ${SECONDS} seconds`)
}

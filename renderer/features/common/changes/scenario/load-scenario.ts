import type { Bridge } from '#shared/frames/bridge.ts'

import { parseError } from '../../../../stores/error-shape.ts'
import type { ScenarioView, Stores } from '../../../../stores/stores.ts'
import { TEXT } from './text.ts'

interface Surroundings {
  readonly bridge: Bridge
  readonly stores: Pick<Stores, 'toasts'>
}

/** Loads it, says so, and can take it back for as long as the message stays. */
export async function loadScenario(
  { bridge, stores }: Surroundings,
  { id, title, own }: ScenarioView,
  alone: boolean,
): Promise<boolean> {
  const { show } = stores.toasts.getState()
  try {
    const { change } = await bridge.call('scenarios.load', { id, alone })
    const text = own || alone ? TEXT.isLoaded(title) : TEXT.isBack(title)
    if (change === undefined) show({ text: own || alone ? TEXT.isLike(title) : text, tone: 'good' })
    else show({ text, tone: 'good', undo: async () => void (await bridge.call('history.putBack', { id: change })) })
    return true
  } catch (error) {
    show({ text: TEXT.notLoaded(title, parseError(error).message), tone: 'bad' })
    return false
  }
}

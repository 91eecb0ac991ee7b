import type { HistoryPart } from '#shared/contract/calls/history.ts'

import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { TEXT } from './text.ts'
import { prepareUndo } from './undo-change.ts'

export interface Removal {
  readonly kind: HistoryPart['kind']
  readonly entity: string
  readonly label: string
  readonly remove: () => Promise<unknown>
}

/** Deletes something, and can bring it back with all that ended with it for as long as the message stays. */
export function useRemoval(): (removal: Removal) => Promise<boolean> {
  const bridge = useBridge()
  const { drafts, toasts } = useStores()
  return async ({ kind, entity, label, remove }) => {
    const { show } = toasts.getState()
    try {
      await remove()
      drafts.getState().drop(`${kind} ${entity}`)
      const undo = await prepareUndo(bridge, kind, entity)
      show({ text: TEXT.removed(label), ...(undo && { undo }) })
      return true
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
      return false
    }
  }
}

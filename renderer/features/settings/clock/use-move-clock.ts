import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { prepareUndo } from '../../common/edit/undo-change.ts'
import { TEXT } from './text.ts'

/** Takes effect at once; gives what was wrong. */
export function useMoveClock(): (offset: number) => Promise<string | undefined> {
  const bridge = useBridge()
  const { settings, toasts } = useStores()
  return async (offset) => {
    try {
      const value = await bridge.call('settings.change', { changes: { clock: { offset } } })
      settings.setState({ value, status: 'ready', error: undefined })
      const undo = await prepareUndo(bridge, 'settings', 'settings')
      toasts.getState().show({ text: TEXT.moved(offset), tone: 'good', ...(undo && { undo }) })
      return undefined
    } catch (error) {
      return parseError(error).message
    }
  }
}

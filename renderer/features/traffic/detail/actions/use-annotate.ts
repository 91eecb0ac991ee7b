import type { ScreenInput } from '#shared/contract/calls/calls.ts'

import { parseError } from '../../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'

type Annotation = ScreenInput<'exchanges.annotate'>['annotation']

/** Says whether it was kept; why not is said to the person. */
export function useAnnotate(id: number, onChanged: () => void): (annotation: Annotation) => Promise<boolean> {
  const bridge = useBridge()
  const { toasts } = useStores()
  return async (annotation) => {
    try {
      await bridge.call('exchanges.annotate', { id, annotation })
      onChanged()
      return true
    } catch (error) {
      toasts.getState().show({ text: TEXT.actions.notKept(parseError(error).message), tone: 'bad' })
      return false
    }
  }
}

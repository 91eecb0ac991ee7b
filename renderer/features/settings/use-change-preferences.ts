import type { Preferences } from '#shared/contract/calls/shell.ts'

import { parseError } from '../../stores/error-shape.ts'
import { useBridge, useStores } from '../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

/** Changes preferences of the desktop app. Says so itself when that fails; gives whether it was done. */
export function useChangePreferences(): (changes: Partial<Preferences>) => Promise<boolean> {
  const bridge = useBridge()
  const { preferences, toasts } = useStores()
  return async (changes) => {
    try {
      const value = await bridge.call('preferences.change', { changes })
      preferences.setState({ value, status: 'ready', error: undefined })
      return true
    } catch (error) {
      toasts.getState().show({ text: TEXT.desktop.failed(parseError(error).message), tone: 'bad' })
      return false
    }
  }
}

import { useState } from 'react'

import type { ClientView } from '#shared/contract/calls/clients.ts'

import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { TEXT } from './text.ts'
import { prepareUndo } from './undo-change.ts'

/** Adds a redirect address to an application, and can take it back. */
export function useRegisterRedirect(client: ClientView) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const [isBusy, setBusy] = useState(false)
  const { client_id } = client

  async function register(uri: string): Promise<boolean> {
    setBusy(true)
    try {
      // From what is stored now, which may be newer than what is shown.
      const { version, value } = await bridge.call('clients.get', { client_id })
      const before: readonly unknown[] = Array.isArray(value['redirect_uris']) ? value['redirect_uris'] : []
      const changes = { redirect_uris: [...before.filter((one) => one !== uri), uri] }
      await bridge.call('clients.change', { client_id, changes, ifVersion: [version] })
      const undo = await prepareUndo(bridge, 'clients', client_id)
      show({ text: TEXT.registered(uri), tone: 'good', ...(undo && { undo }) })
      return true
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
      return false
    } finally {
      setBusy(false)
    }
  }

  return { isBusy, register }
}

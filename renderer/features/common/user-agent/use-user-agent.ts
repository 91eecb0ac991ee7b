import { useEffect, useState } from 'react'

import type { ScreenInput } from '#shared/contract/calls/calls.ts'
import type { UserAgentState } from '#shared/contract/calls/shell.ts'

import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

type Deed = 'back' | 'forward' | 'reload' | 'clearCookies' | 'newPrivateSession' | 'openDevTools'

export interface UserAgent {
  readonly state: UserAgentState | undefined
  readonly open: (address: string) => void
  readonly run: (deed: Deed, done?: string) => void
}

/** The desktop app's own browser: what it shows, and what can be asked of it. */
export function useUserAgent(): UserAgent {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const [state, setState] = useState<UserAgentState>()

  useEffect(() => {
    const stop = bridge.listen('userAgent.changed', setState)
    const ask = () => void bridge.call('userAgent.get', {}).then(setState, () => undefined)
    ask()
    const stopResync = bridge.onResync(ask)
    return () => (stop(), stopResync())
  }, [bridge])

  async function attempt(call: Promise<UserAgentState>, done?: string): Promise<void> {
    try {
      setState(await call)
      if (done !== undefined) show({ text: done, tone: 'good' })
    } catch (error) {
      show({ text: TEXT.failed(parseError(error).message), tone: 'bad' })
    }
  }

  return {
    state,
    open: (address) => void attempt(bridge.call('userAgent.open', { address } satisfies ScreenInput<'userAgent.open'>)),
    run: (deed, done) => void attempt(bridge.call(`userAgent.${deed}`, {}), done),
  }
}

import { useState } from 'react'

import type { ScreenInput } from '#shared/contract/calls/calls.ts'
import type { ErrorShape } from '#shared/errors.ts'

import { parseError } from '../../stores/error-shape.ts'
import { useBridge, useStores } from '../../stores/use-stores.tsx'

/** Another attempt to start the program. What comes of it is in the shell's store; here is why it could not be made. */
export function useStart() {
  const bridge = useBridge()
  const { shell } = useStores()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ErrorShape>()

  async function run(input: ScreenInput<'shell.start'>): Promise<void> {
    setBusy(true)
    setFailure(undefined)
    try {
      const value = await bridge.call('shell.start', input)
      shell.setState({ value, status: 'ready', error: undefined })
    } catch (error) {
      setFailure(parseError(error))
    } finally {
      setBusy(false)
    }
  }

  return { isBusy, failure, start: (input: ScreenInput<'shell.start'>) => void run(input) }
}

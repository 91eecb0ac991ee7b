import { useEffect, useState } from 'react'

import { useBridge, useConnection, useShell } from '../stores/use-stores.tsx'
import { Layout } from './layout.tsx'
import { Failed } from './trouble/failed.tsx'
import { Refused } from './trouble/refused.tsx'
import { Starting } from './trouble/starting.tsx'
import { Unreachable } from './trouble/unreachable.tsx'

/** The screens while the program runs; otherwise what stands in the way, and the way out. */
export function Stage() {
  const connection = useConnection(({ state }) => state)
  const program = useShell(({ value }) => value?.program)
  const error = useShell((shell) => shell.error)
  const [isTrying, setTrying] = useState(false)
  const bridge = useBridge()
  useEffect(() => bridge.onState((state) => state === 'open' && setTrying(false)), [bridge])

  if (connection === 'refused') {
    return <Refused attempt={isTrying ? 'refused' : 'none'} onTry={() => setTrying(true)} />
  }
  if (connection === 'connecting' && isTrying) return <Refused attempt="running" onTry={() => setTrying(true)} />
  if (program?.state === 'running') return <Layout />
  if (program?.state === 'failed') return <Failed error={program.error} />
  // What was known before the connection went may have come to an end since.
  if (connection === 'lost' || (program === undefined && error !== undefined)) return <Unreachable />
  return <Starting />
}

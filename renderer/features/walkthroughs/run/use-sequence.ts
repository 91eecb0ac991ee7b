import { useMemo } from 'react'

import type { Sequence } from '#shared/sequence/sequence.ts'
import { buildSequence } from '#shared/sequence/build-sequence.ts'
import type { Walk } from './walk.ts'

/** The run as the messages that travel, made anew only when one of them is another. */
export function useSequence({ flow, steps, parties, run }: Walk): Sequence {
  return useMemo(
    () => buildSequence(flow, steps, parties, run.steps),
    // What they are called is made anew each time.
    // oxlint-disable-next-line react/exhaustive-deps
    [flow, steps, run.steps, parties.user, parties.client, parties.api],
  )
}

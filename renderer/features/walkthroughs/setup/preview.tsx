import { useMemo } from 'react'

import { buildSteps } from '#shared/flows/flows.ts'

import { Card } from '../../../components/card.tsx'
import { SequenceDiagram } from '../../../components/sequence/sequence-diagram.tsx'
import { buildSequence } from '#shared/sequence/build-sequence.ts'
import { TEXT } from '../text.ts'
import { useParties } from '../use-parties.ts'
import type { SetupState } from './use-setup.ts'

const words = TEXT.setup

/** All that will travel with what is picked now. */
export function Preview({ setup: { flow, choice } }: { readonly setup: SetupState }) {
  const parties = useParties(choice)
  const sequence = useMemo(
    () => buildSequence(flow, buildSteps(flow, choice), parties),
    // What they are called is made anew each time.
    // oxlint-disable-next-line react/exhaustive-deps
    [flow, choice, parties.user, parties.client, parties.issuer, parties.api],
  )
  return (
    <Card isFlush title={words.preview} aside={words.messages(sequence.messages.length)}>
      <SequenceDiagram label={words.preview} {...sequence} className="max-h-[34rem]" />
    </Card>
  )
}

import { Play } from 'lucide-react'
import { Link } from 'wouter'

import { findFlow } from '#shared/flows/flows.ts'
import type { Lesson } from '#shared/lessons/lesson.ts'

import { buttonLook } from '../../components/button-look.ts'
import { Button } from '../../components/button.tsx'
import { Tooltip } from '../../components/tooltip.tsx'
import { flowAddress } from '../../frame/addresses.ts'
import { useClients } from '../../stores/use-stores.tsx'
import { writeChoice } from './setup/read-choice.ts'
import { TEXT } from './lesson-text.ts'

/** To the setup, with the same choice where its application is registered here, too. */
export function WalkHere({ lesson: { flow, choice, names } }: { readonly lesson: Lesson }) {
  const isLoaded = useClients(({ status }) => status === 'ready')
  const isThere = useClients(({ items }) => items.some(({ client_id }) => client_id === choice.client_id))
  if (findFlow(flow.id) === undefined) {
    return (
      <Tooltip text={TEXT.noFlow}>
        <Button aria-disabled icon={<Play aria-hidden />}>
          {TEXT.walkHere}
        </Button>
      </Tooltip>
    )
  }
  const link = (
    <Link
      href={isThere ? `${flowAddress(flow.id)}?${writeChoice(choice)}` : flowAddress(flow.id)}
      className={buttonLook('primary')}
    >
      <Play aria-hidden />
      {TEXT.walkHere}
    </Link>
  )
  return isLoaded && !isThere ? <Tooltip text={TEXT.noClient(names.client)}>{link}</Tooltip> : link
}

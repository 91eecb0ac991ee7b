import type { Flow } from '#shared/flows/flow.ts'
import { FLOWS } from '#shared/flows/flows.ts'
import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'

import { Card } from '../../../components/card.tsx'
import { Screen as Page } from '../../../components/screen.tsx'
import { useRuns } from '../../../stores/use-stores.tsx'
import { useQuery } from '../../common/use-address.ts'
import { DropZone } from '../drop-zone.tsx'
import { OpenButton } from '../open-button.tsx'
import { IssuerSelect } from '../issuer-select.tsx'
import { RunList } from '../run-list.tsx'
import { TEXT } from '../text.ts'
import { useOutsideIssuer } from '../use-outside-issuer.ts'
import { FlowCard } from './flow-card.tsx'

const GROUPS = ['person', 'machine', 'device', 'extension', 'around'] as const satisfies readonly Flow['group'][]
const MOST_RUNS = 4

/** Every walkthrough there is, and those that one can go on with. */
export function Chooser() {
  const outside = useOutsideIssuer(useQuery().get('issuer') ?? undefined)
  return (
    <Page
      title={TEXT.title}
      tags={TEXT.tags}
      actions={
        <>
          <IssuerSelect id={outside?.id} />
          <OpenButton />
        </>
      }
    >
      <UnderWay />
      {GROUPS.map((group) => (
        <Group key={group} group={group} flows={FLOWS.filter((flow) => flow.group === group)} outside={outside} />
      ))}
      <DropZone />
    </Page>
  )
}

interface GroupProps {
  readonly group: Flow['group']
  readonly flows: readonly Flow[]
  readonly outside: OutsideIssuer | undefined
}

function Group({ group, flows, outside }: GroupProps) {
  const { title, text } = TEXT.groups[group]
  if (flows.length === 0) return null
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2 pt-2">
      <h2 className="text-large font-semibold">
        {title} <span className="text-small font-normal text-ink-3">{text}</span>
      </h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(20rem,100%),1fr))] gap-3">
        {flows.map((flow) => (
          <FlowCard key={flow.id} flow={flow} outside={outside} />
        ))}
      </ul>
    </section>
  )
}

/** What is over can be looked at again from the walkthrough itself. */
function UnderWay() {
  const items = useRuns((runs) => runs.items)
  const open = items.filter(({ state }) => state !== 'done' && state !== 'cancelled').slice(0, MOST_RUNS)
  if (open.length === 0) return null
  return (
    <Card isFlush title={TEXT.underWay.title}>
      <RunList label={TEXT.underWay.title} runs={open} isTitled />
    </Card>
  )
}

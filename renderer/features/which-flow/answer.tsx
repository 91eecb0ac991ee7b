import { Play } from 'lucide-react'
import { Link } from 'wouter'

import { defaultChoice } from '#shared/flows/choice.ts'
import { findFlow, LAYERS } from '#shared/flows/flows.ts'
import type { Choice, Flow } from '#shared/flows/flow.ts'
import type { Decision } from '#shared/teach/which-flow.ts'

import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { buttonLook } from '../../components/button-look.ts'
import { Card } from '../../components/card.tsx'
import { RichText } from '../../components/rich-text.tsx'
import { flowAddress } from '../../frame/addresses.ts'
import { useApis, useClients } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { setupAddress } from '../common/setup-address.ts'
import { SpecLinks } from '../common/spec-links.tsx'
import { TextLink } from '../common/text-link.tsx'
import { useStartWalk } from '../common/use-start-walk.ts'
import { TEXT } from './text.ts'

export function Answer({ decision }: { readonly decision: Decision }) {
  const { flow: id, title, why, standards, specs, others } = decision
  const flow = findFlow(id)
  return (
    <Card title={TEXT.answer} aside={flow && <Badge tone={flow.verdict.tone}>{flow.verdict.label}</Badge>}>
      <h3 className="text-title font-semibold tracking-tight">{title}</h3>
      <p className="max-w-prose text-ink-2">
        <RichText text={why} />
      </p>
      {flow !== undefined && <Actions flow={flow} decision={decision} />}
      <h4 className="pt-1 font-semibold">{TEXT.standards}</h4>
      <p className="max-w-prose text-ink-2">
        <RichText text={standards} />
      </p>
      <p className="text-small text-ink-3">
        <SpecLinks specs={specs} />
      </p>
      <h4 className="pt-1 font-semibold">{TEXT.others}</h4>
      <dl className="flex max-w-prose flex-col gap-2">
        {others.map((other) => (
          <div key={other.flow}>
            <dt>
              <TextLink href={flowAddress(other.flow)}>{findFlow(other.flow)?.title ?? other.flow}</TextLink>
            </dt>
            <dd className="text-ink-2">
              <RichText text={other.why} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

interface ActionsProps {
  readonly flow: Flow
  readonly decision: Decision
}

function Actions({ flow, decision: { setup } }: ActionsProps) {
  const { isBusy, start } = useStartWalk()
  const client = useClients(({ items }) => items.find(({ client_id }) => client_id === setup.client))
  const api = useApis(({ items }) => items.find(({ identifier }) => identifier === setup.api))
  const apiName = setup.api === undefined ? undefined : (api?.name ?? setup.api)
  return (
    <>
      <div className="flex flex-wrap gap-2 pt-1">
        <Button
          variant="primary"
          icon={<Play aria-hidden />}
          isBusy={isBusy}
          onClick={() => void start(flow.id, buildChoice(flow, setup))}
        >
          {TEXT.start}
        </Button>
        <Link href={setupAddress(flow.id, { ...setup, api: setup.api ?? 'none' })} className={buttonLook()}>
          {TEXT.setup}
        </Link>
      </div>
      <p className="text-small text-ink-3">{TEXT.with(client ? clientName(client) : setup.client, apiName)}</p>
    </>
  )
}

function buildChoice(flow: Flow, { client, api, scope, layers }: Decision['setup']): Choice {
  const ids = LAYERS.map(({ id }) => id)
  return {
    ...defaultChoice(flow),
    client_id: client,
    api,
    scope,
    layers: ids.filter((id) => layers.includes(id)),
  }
}

import { Fragment } from 'react'

import { Card } from '../../components/card.tsx'
import { applicationAddress } from '../../frame/addresses.ts'
import { useScenarios, useClients } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { Gate } from '../common/gate.tsx'
import { TextLink } from '../common/text-link.tsx'
import { TEXT } from './text.ts'

const words = TEXT.scenarios

export function ScenariosCard() {
  const scenarios = useScenarios((state) => state)
  const { items, status } = scenarios
  return (
    <Card isFlush title={words.title} aside={words.aside}>
      <Gate
        state={scenarios}
        hasValue={status === 'ready' || items.length > 0}
        loading={words.loading}
        failed={words.failed}
      >
        <ul className="divide-y divide-line">
          {items.map(({ id, title, summary, clients }) => (
            <li key={id} className="px-3.5 py-2">
              <div className="flex flex-wrap items-baseline gap-x-3">
                <b>{title}</b>
                <Clients ids={clients} />
              </div>
              <p className="text-small text-ink-2">{summary}</p>
            </li>
          ))}
        </ul>
      </Gate>
    </Card>
  )
}

/** Those that are still there. */
function Clients({ ids }: { readonly ids: readonly string[] }) {
  const clients = useClients(({ items }) => items)
  const there = ids.flatMap((id) => clients.find(({ client_id }) => client_id === id) ?? [])
  return (
    <span className="text-small">
      {there.map((client, index) => (
        <Fragment key={client.client_id}>
          {index > 0 && ', '}
          <TextLink href={applicationAddress(client.client_id)}>{clientName(client)}</TextLink>
        </Fragment>
      ))}
    </span>
  )
}

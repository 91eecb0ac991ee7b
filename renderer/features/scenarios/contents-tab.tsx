import type { ReactNode } from 'react'

import { DefinitionList } from '../../components/definition-list.tsx'
import { apiAddress, applicationAddress, userAddress } from '../../frame/addresses.ts'
import type { ScenarioView } from '../../stores/stores.ts'
import { useApis, useClients } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { TextLink } from '../common/text-link.tsx'
import { TEXT } from './text.ts'

/** Of ten thousand users the first few say enough. */
const MOST_NAMED = 60

export function ContentsTab({ scenario }: { readonly scenario: ScenarioView }) {
  const { clients, apis, users, settings } = scenario
  const words = TEXT.inside
  const known = useClients(({ items }) => items)
  const knownApis = useApis(({ items }) => items)
  const names = new Map(known.map((client) => [client.client_id, clientName(client)]))
  const apiNames = new Map(knownApis.map(({ identifier, name }) => [identifier, name]))
  return (
    <DefinitionList
      items={[
        {
          term: words.clients,
          value: <Names ids={clients} addressOf={applicationAddress} nameOf={(id) => names.get(id)} />,
        },
        { term: words.apis, value: <Names ids={apis} addressOf={apiAddress} nameOf={(id) => apiNames.get(id)} /> },
        { term: words.users, value: <Names ids={users} addressOf={userAddress} nameOf={(id) => id} /> },
        ...(settings.length > 0 ? [{ term: words.settings, value: settings.join(', ') }] : []),
      ]}
    />
  )
}

interface NamesProps {
  readonly ids: readonly string[]
  readonly addressOf: (id: string) => string
  /** Undefined for what is not there now. */
  readonly nameOf: (id: string) => string | undefined
}

function Names({ ids, addressOf, nameOf }: NamesProps): ReactNode {
  if (ids.length === 0) return <span className="text-ink-3">{TEXT.inside.none}</span>
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {ids.slice(0, MOST_NAMED).map((id) => {
        const name = nameOf(id)
        return (
          <li key={id}>
            {name === undefined ? (
              <>
                <code className="text-small">{id}</code> <span className="text-small text-ink-3">{TEXT.notThere}</span>
              </>
            ) : (
              <TextLink href={addressOf(id)}>{name}</TextLink>
            )}
          </li>
        )
      })}
      {ids.length > MOST_NAMED && <li className="text-ink-3">{TEXT.insideMore(ids.length - MOST_NAMED)}</li>}
    </ul>
  )
}

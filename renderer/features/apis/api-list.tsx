import { TextAlignStart } from 'lucide-react'

import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { apiAddress } from '../../frame/addresses.ts'
import type { ApiView } from '../../stores/stores.ts'
import { useApis } from '../../stores/use-stores.tsx'
import { EntityList, type EntityRow } from '../common/entity-list.tsx'
import { useFiltered } from '../common/filter-items.ts'
import { Gate } from '../common/gate.tsx'
import { TEXT } from './text.ts'

export function ApiList({ selectedKey }: { readonly selectedKey: string | undefined }) {
  const apis = useApis((state) => state)
  const shown = useFiltered(apis.items, textOf)
  const hasValue = apis.status === 'ready' || apis.items.length > 0
  return (
    <Card isFlush className="flex-1">
      <Gate state={apis} hasValue={hasValue} loading={TEXT.loading} failed={TEXT.failed}>
        {apis.items.length === 0 ? (
          <EmptyState icon={<TextAlignStart />} {...TEXT.empty} />
        ) : (
          <EntityList
            label={TEXT.list}
            items={shown}
            keyOf={keyOf}
            addressOf={addressOf}
            rowOf={rowOf}
            selectedKey={selectedKey}
          />
        )}
      </Gate>
    </Card>
  )
}

function keyOf({ identifier }: ApiView): string {
  return identifier
}

function addressOf({ identifier }: ApiView): string {
  return apiAddress(identifier)
}

function rowOf({ name, identifier, scopes }: ApiView): EntityRow {
  return { actor: 'api', title: name, name: identifier, aside: TEXT.scopeCount(scopes.length) }
}

function textOf({ name, identifier, scopes }: ApiView): string {
  return [name, identifier, ...scopes.map((scope) => scope.name)].join(' ')
}

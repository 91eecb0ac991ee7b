import { splitScope } from '#shared/oauth/scope.ts'
import type { ScopesFigure as Scopes } from '#shared/teach/concepts/concept.ts'

import { ActorChip } from '../../../components/actor-chip.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useApis, useClients } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { Gate } from '../../common/gate.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.scopes

/** As they are now: whoever changes them sees the change here. */
export function ScopesFigure({ figure: { api: identifier } }: { readonly figure: Scopes }) {
  const apis = useApis((state) => state)
  return (
    <div className="rounded-card border border-line bg-panel shadow-card">
      <Gate
        state={apis}
        hasValue={apis.status === 'ready' || apis.items.length > 0}
        loading={words.loading}
        failed={words.failed}
        rows={6}
      >
        <ScopeRows identifier={identifier} />
      </Gate>
    </div>
  )
}

function ScopeRows({ identifier }: { readonly identifier: string }) {
  const api = useApis(({ items }) => items.find((one) => one.identifier === identifier))
  const clients = useClients(({ items }) => items)
  if (api === undefined) return <Notice tone="neutral">{words.gone}</Notice>
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{api.name}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-b border-line text-small text-ink-3">
          {[words.scope, words.meaning, words.askedBy].map((title) => (
            <th key={title} scope="col" className="px-3 py-2 font-medium">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {api.scopes.map(({ name, description }) => {
          const asking = clients.filter(({ scope }) => splitScope(scope).includes(name))
          return (
            <tr key={name} className="align-top max-sm:flex max-sm:flex-col max-sm:px-3 max-sm:py-2">
              <th scope="row" className="font-normal sm:px-3 sm:py-2">
                <code className="text-small font-semibold wrap-anywhere">{name}</code>
              </th>
              <td className="sm:px-3 sm:py-2">{description}</td>
              <td className="text-ink-2 sm:px-3 sm:py-2">
                <span className="flex flex-wrap gap-x-3">
                  {asking.length === 0
                    ? words.nobody
                    : asking.map((client) => (
                        <ActorChip key={client.client_id} actor="client" name={clientName(client)} />
                      ))}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

import { useState } from 'react'

import type { ClientView } from '#shared/contract/calls/clients.ts'
import type { Api } from '#shared/model/api.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import { buildQuickStarts, type Misfit } from '#shared/quick-start/build-quick-starts.ts'
import { listApis, readFacts } from '#shared/quick-start/facts.ts'

import { Select } from '../../../components/select.tsx'
import { useApis } from '../../../stores/use-stores.tsx'
import { Project } from '../../common/code/project.tsx'
import { SecretChoice } from '../../common/code/secret-choice.tsx'
import { replaceParameter, useQuery } from '../../common/use-address.ts'
import { type RunningProgram, useProgram } from '../../common/use-program.ts'
import { usesSecret } from '../explain-kind.ts'
import { forgetMadeSecret, useMadeSecret } from '../made-secrets.ts'
import { MissingRedirect } from './missing-redirect.tsx'
import { TEXT } from './text.ts'

/** No identifier of an API has this form. */
const NO_API = 'none'

/** Code that signs users in to this very application, or gets it a token: its own values, ready to be run. */
export function QuickStartTab({ client }: { readonly client: ClientView }) {
  const program = useProgram()
  const apis = useApis(({ items }) => items)
  if (program === undefined) return <p className="p-3.5 text-ink-2">{TEXT.notRunning}</p>
  return <Offer client={client} program={program} apis={apis} />
}

interface OfferProps {
  readonly client: ClientView
  readonly program: RunningProgram
  readonly apis: readonly Api[]
}

function Offer({ client, program: { issuer, screens }, apis }: OfferProps) {
  const query = useQuery()
  const made = useMadeSecret(client.client_id)
  const [asked, setAsked] = useState<string>()
  const secret = asked ?? made
  // As stored: the contract names the members that the screens make use of, and lets the others through.
  const metadata = client as unknown as ClientMetadata
  const api = query.get('for') ?? undefined
  const facts = readFacts(metadata, { issuer, screens, apis, api, secret })
  const { fitting, others } = buildQuickStarts(facts)
  const shown = fitting.find(({ id }) => id === query.get('code')) ?? fitting[0]
  if (shown === undefined) return null
  const possible = listApis(metadata, apis)

  function hideSecret(): void {
    forgetMadeSecret(client.client_id)
    setAsked(undefined)
  }

  return (
    <div className="flex flex-col gap-4 p-3.5">
      <div className="flex flex-wrap items-start gap-3">
        <Select
          label={TEXT.recipe}
          className="min-w-56 flex-1"
          value={shown.id}
          hint={shown.summary}
          options={fitting.map(({ id, title }, index) => ({
            value: id,
            label: index === 0 && fitting.length > 2 ? TEXT.best(title) : title,
          }))}
          onChange={(id) => replaceParameter('code', id === fitting[0]?.id ? undefined : id)}
        />
        {possible.length > 0 && (
          <Select
            label={TEXT.api}
            className="min-w-44 flex-1"
            value={facts.api?.identifier ?? NO_API}
            hint={facts.apiScope.length > 0 && <code className="text-tiny">{facts.apiScope.join(' ')}</code>}
            options={[
              { value: NO_API, label: TEXT.noApi },
              ...possible.map(({ identifier, name }) => ({ value: identifier, label: name })),
            ]}
            onChange={(identifier) => replaceParameter('for', identifier)}
          />
        )}
      </div>
      <MissingRedirect client={client} redirect={shown.redirect} />
      {usesSecret(client) && (
        <SecretChoice
          client_id={client.client_id}
          isShown={secret !== undefined}
          onShow={setAsked}
          onHide={hideSecret}
        />
      )}
      <Project key={shown.id} code={shown} />
      <Others others={others} />
    </div>
  )
}

function Others({ others }: { readonly others: readonly Misfit[] }) {
  if (others.length === 0) return null
  return (
    <details className="rounded-card border border-line">
      <summary className="cursor-pointer px-3 py-2 text-small font-semibold">{TEXT.others(others.length)}</summary>
      <dl className="flex flex-col gap-2 px-3 pb-3">
        {others.map(({ id, title, why }) => (
          <div key={id}>
            <dt className="font-medium">{title}</dt>
            <dd className="text-small text-ink-2">{why}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

import type { Draft } from '#shared/flows/flow.ts'
import { readParameters } from '#shared/flows/draft.ts'
import { checkAddresses } from '#shared/teach/compare-addresses.ts'
import { explainDifferences } from '#shared/teach/lessons/address-hints.ts'
import { byNearness } from '#shared/text/edit-distance.ts'

import { Notice } from '../../../../components/notice.tsx'
import { RichText } from '../../../../components/rich-text.tsx'
import { useClients } from '../../../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'

const words = TEXT.request

/** Before it is sent: the issuer will refuse this, and not even say so to the application. */
export function RedirectWarning({ walk, draft }: { readonly walk: Walk; readonly draft: Draft }) {
  const { run, parties, stepRun } = walk
  const registered = useClients(({ items }) => items.find(({ client_id }) => client_id === run.choice.client_id))
  const sent = readParameters(draft).find(([name]) => name === 'redirect_uri')?.[1]
  const accepted = [run.redirect_uri, ...readTexts(registered?.['redirect_uris'])]
  if (sent === undefined || stepRun.state === 'done' || accepted.includes(sent)) return null
  const [nearest = run.redirect_uri] = byNearness(sent, accepted)
  const hints = explainDifferences(checkAddresses(sent, nearest), { sent, registered: nearest })
  return (
    <Notice tone="warn">
      <p>
        <code className="font-semibold text-ink">redirect_uri</code>
        {words.beginning}
        {words.registered(parties.client)}{' '}
        {hints.slice(0, 2).map((hint, index) => (
          <span key={index}>
            <RichText text={hint} />{' '}
          </span>
        ))}
        {words.sendAnyway}
      </p>
    </Notice>
  )
}

function readTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

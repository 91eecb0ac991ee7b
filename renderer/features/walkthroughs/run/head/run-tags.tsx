import { Link } from 'wouter'

import { findLayer } from '#shared/flows/flows.ts'

import { Badge } from '../../../../components/badge.tsx'
import { apiAddress, applicationAddress, issuerAddress } from '../../../../frame/addresses.ts'
import { SpecLinks } from '../../../common/spec-links.tsx'
import { VerdictBadge } from '../../verdict-badge.tsx'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'

const LINK = 'rounded-full hover:underline underline-offset-2'

export function RunTags({ walk: { flow, run, parties } }: { readonly walk: Walk }) {
  const { issuer, client_id, api, variant, layers } = run.choice
  const added = layers.map((id) => findLayer(id)?.title ?? id)
  return (
    <>
      <VerdictBadge flow={flow} />
      {issuer !== undefined && (
        <Link href={issuerAddress(issuer)} className={LINK}>
          <Badge tone="accent">{TEXT.head.at(parties.issuer)}</Badge>
        </Link>
      )}
      <Link href={issuer === undefined ? applicationAddress(client_id) : issuerAddress(issuer)} className={LINK}>
        <Badge>{parties.client}</Badge>
      </Link>
      {api !== undefined && issuer !== undefined && <Badge>{parties.api}</Badge>}
      {api !== undefined && issuer === undefined && (
        <Link href={apiAddress(api)} className={LINK}>
          <Badge>{parties.api}</Badge>
        </Link>
      )}
      {variant !== undefined && (
        <Badge>
          <code>{variant}</code>
        </Badge>
      )}
      {added.length > 0 && <span className="max-xl:hidden">with {added.join(', ')}</span>}
      <span className="max-md:hidden">
        <SpecLinks specs={flow.specs} />
      </span>
    </>
  )
}

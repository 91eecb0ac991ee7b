import type { IssuerMetadata } from '#shared/flows/flow.ts'
import { LAYERS } from '#shared/flows/flows.ts'
import { checkMembers, checkUses, listOffered } from '#shared/flows/offer.ts'

import { Badge } from '../../../components/badge.tsx'
import { TEXT } from './text.ts'

const words = TEXT.add

/** What an issuer says that it can do, in short. */
export function Offers({ metadata }: { readonly metadata: IssuerMetadata }) {
  const grants = listOffered(metadata, 'grant_types_supported') ?? []
  const layers = LAYERS.filter(
    ({ needs, uses }) =>
      (needs ?? uses) !== undefined &&
      checkMembers(needs, metadata) === undefined &&
      checkUses(uses, metadata) === undefined,
  )
  return (
    <div className="flex flex-col gap-1.5 text-small">
      <p className="flex flex-wrap items-center gap-1.5">
        <span className="text-ink-3">{words.grants}</span>
        {grants.map((grant) => (
          <Badge key={grant}>{grant.split(':').at(-1)}</Badge>
        ))}
      </p>
      {layers.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5">
          <span className="text-ink-3">{words.also}</span>
          {layers.map(({ id, title }) => (
            <Badge key={id}>{title}</Badge>
          ))}
        </p>
      )}
    </div>
  )
}

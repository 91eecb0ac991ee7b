import { ArrowRight } from 'lucide-react'

import { exchangeAddress } from '../../../../frame/addresses.ts'
import { TextLink } from '../../../common/text-link.tsx'
import { TEXT } from '../text.ts'

/** What was recorded of a step, whole. */
export function Exchanges({ ids }: { readonly ids: readonly number[] }) {
  if (ids.length === 0) return null
  return (
    <p className="flex flex-wrap gap-x-3 text-small">
      {ids.map((id, index) => (
        <TextLink key={id} href={exchangeAddress(id)} className="inline-flex items-center gap-1">
          {TEXT.request.traffic}
          {ids.length > 1 && ` (${index + 1})`}
          <ArrowRight className="size-3" aria-hidden />
        </TextLink>
      ))}
    </p>
  )
}

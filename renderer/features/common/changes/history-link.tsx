import type { ChangedKind } from '#shared/contract/calls/history.ts'

import { historyOfAddress } from '../../../frame/addresses.ts'
import { TextLink } from '../text-link.tsx'
import { TEXT } from './text.ts'

interface HistoryLinkProps {
  readonly kind: ChangedKind
  readonly entity: string
  /** As people call it. */
  readonly name: string
}

/** From something to what was changed of it. */
export function HistoryLink({ kind, entity, name }: HistoryLinkProps) {
  return (
    <TextLink href={historyOfAddress(kind, entity)}>
      {TEXT.history}
      <span className="sr-only">: {TEXT.historyOf(name)}</span>
    </TextLink>
  )
}

import { Card } from '../../../components/card.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'

/** What can be done with several exchanges at once. */
export function SelectionDetail({ ids }: { readonly ids: readonly number[] }) {
  return (
    <Card isFlush className="flex-1">
      <EmptyState
        title={`${ids.length} exchanges are selected`}
        text="Ctrl or Command with a press adds one, Shift all up to it, Space the one that the keys are at. Escape lets go of all."
      />
    </Card>
  )
}

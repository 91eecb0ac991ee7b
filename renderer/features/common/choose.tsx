import { MousePointerClick } from 'lucide-react'

import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

/** Beside a list in which nothing is chosen yet. */
export function Choose({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Card className="flex-1">
      <EmptyState icon={<MousePointerClick />} title={title} text={text} />
    </Card>
  )
}

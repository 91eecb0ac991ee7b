import type { ReactNode } from 'react'

import { Card } from '../../components/card.tsx'

interface SectionProps {
  readonly title: string
  readonly isFlush?: boolean
  readonly children: ReactNode
}

/** No wider than a line is comfortably read. */
export function Section({ title, isFlush = false, children }: SectionProps) {
  return (
    <Card title={title} isFlush={isFlush} className="max-w-2xl">
      {children}
    </Card>
  )
}

import type { ReactNode } from 'react'

import { Card } from '../../components/card.tsx'
import { classNames } from '../../components/class-names.ts'

interface SectionProps {
  readonly title: string
  readonly isFlush?: boolean
  /** Something in it stays in sight at the lower edge of the window. */
  readonly hasSticky?: boolean
  readonly children: ReactNode
}

/** No wider than a line is comfortably read. */
export function Section({ title, isFlush = false, hasSticky = false, children }: SectionProps) {
  return (
    <Card title={title} isFlush={isFlush} className={classNames('max-w-2xl', hasSticky && 'overflow-visible!')}>
      {children}
    </Card>
  )
}

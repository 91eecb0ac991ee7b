import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

import { classNames } from '../../../components/class-names.ts'

const COLUMNS = 'grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))]'

interface SectionProps {
  readonly title: string
  readonly isOpen?: boolean
  /** Short fields side by side, where there is room. */
  readonly isInColumns?: boolean
  readonly children: ReactNode
}

/** Fields that belong together, to be opened. */
export function Section({ title, isOpen = false, isInColumns = false, children }: SectionProps) {
  return (
    <details open={isOpen} className="group border-b border-line last:border-b-0">
      <summary className="flex cursor-pointer items-center gap-1.5 px-3.5 py-2.5 font-semibold hover:bg-sunken">
        <ChevronRight className="size-4 flex-none text-ink-3 transition-transform group-open:rotate-90" aria-hidden />
        {title}
      </summary>
      <div className={classNames('grid gap-4 px-3.5 pt-1 pb-4', isInColumns && COLUMNS)}>{children}</div>
    </details>
  )
}

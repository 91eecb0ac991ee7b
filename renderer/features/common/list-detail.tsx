import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'

import { SplitPanel } from '../../components/split-panel.tsx'
import { useMediaQuery } from '../../components/use-media-query.ts'
import { TextLink } from './text-link.tsx'

interface ListDetailProps {
  /** The sizes are remembered under it. */
  readonly id: string
  readonly listTitle: string
  readonly list: ReactNode
  readonly detailTitle: string
  /** Nothing is chosen: shown beside the list where there is room. */
  readonly placeholder: ReactNode
  readonly detail: ReactNode | undefined
  readonly backHref: string
  readonly backLabel: string
  readonly listSize?: string
  /** There is nothing to choose from, so nothing stands beside the list either. */
  readonly isEmpty: boolean
}

/** A list, and beside it what is chosen in it; one of the two where there is room for one. */
export function ListDetail(props: ListDetailProps) {
  const {
    id,
    listTitle,
    list,
    detailTitle,
    placeholder,
    detail,
    backHref,
    backLabel,
    listSize = '42%',
    isEmpty,
  } = props
  const isNarrow = useMediaQuery('(width < 50rem)')
  const shown = (
    <section aria-label={detailTitle} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {detail ?? placeholder}
    </section>
  )
  if (isNarrow && detail === undefined)
    return <div className="flex h-[calc(100dvh-12rem)] min-h-80 flex-col">{list}</div>
  if (isNarrow) {
    return (
      <div className="flex min-w-0 flex-col gap-2">
        <TextLink href={backHref} className="inline-flex w-fit items-center gap-1.5 py-1">
          <ArrowLeft className="size-4" aria-hidden />
          {backLabel}
        </TextLink>
        {shown}
      </div>
    )
  }
  if (isEmpty && detail === undefined) return list
  return (
    <SplitPanel
      id={id}
      direction="horizontal"
      className="flex-1"
      panels={[
        { id: 'list', title: listTitle, defaultSize: listSize, minSize: '280px', content: list },
        { id: 'detail', title: detailTitle, minSize: '320px', content: shown },
      ]}
    />
  )
}

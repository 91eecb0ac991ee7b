import { useId } from 'react'

import { type Place, PLACES } from '../places.ts'
import { PlaceLink } from './place-link.tsx'

interface PlaceListProps {
  readonly isCollapsed?: boolean
}

const ALL: readonly Place[] = PLACES
const ABOVE = ALL.filter(({ group, isAtBottom }) => group === undefined && isAtBottom !== true)
const BELOW = ALL.filter(({ isAtBottom }) => isAtBottom)
const GROUPS = Map.groupBy(
  ALL.filter(({ group }) => group !== undefined),
  ({ group }) => group ?? '',
)

export function PlaceList({ isCollapsed = false }: PlaceListProps) {
  return (
    <>
      <Group places={ABOVE} isCollapsed={isCollapsed} />
      {[...GROUPS].map(([title, places]) => (
        <Group key={title} title={title} places={places} isCollapsed={isCollapsed} />
      ))}
      <div className="mt-auto pt-3">
        <Group places={BELOW} isCollapsed={isCollapsed} />
      </div>
    </>
  )
}

interface GroupProps {
  readonly title?: string
  readonly places: readonly Place[]
  readonly isCollapsed: boolean
}

function Group({ title, places, isCollapsed }: GroupProps) {
  const id = useId()
  return (
    <>
      {title !== undefined && !isCollapsed && (
        <p id={id} className="mx-2 mt-3.5 mb-1 text-tiny font-semibold text-ink-3">
          {title}
        </p>
      )}
      {title !== undefined && isCollapsed && <div className="mx-2 my-2 h-px flex-none bg-line" />}
      <ul
        aria-labelledby={title !== undefined && !isCollapsed ? id : undefined}
        aria-label={isCollapsed ? title : undefined}
        className="flex flex-none flex-col gap-0.5"
      >
        {places.map((place) => (
          <li key={place.id}>
            <PlaceLink place={place} isCollapsed={isCollapsed} />
          </li>
        ))}
      </ul>
    </>
  )
}

import { Link, useLocation } from 'wouter'

import { classNames } from '../../components/class-names.ts'
import { Tooltip } from '../../components/tooltip.tsx'
import { useFrame } from '../commands/use-frame.tsx'
import type { FrameStore } from '../frame-store.ts'
import { type Place, placeAt } from '../places.ts'
import { KeysHint } from '../shortcuts/keys-hint.tsx'
import { NewErrors } from './new-errors.tsx'
import { PlaceCount } from './place-count.tsx'
import { UnsavedMark } from './unsaved-mark.tsx'

interface PlaceLinkProps {
  readonly place: Place
  readonly isCollapsed: boolean
}

const LOOK =
  'flex min-h-8 items-center gap-2.25 rounded-md px-2 py-1.5 font-medium no-underline transition-colors [&_svg]:size-4 [&_svg]:flex-none'

export function PlaceLink({ place, isCollapsed }: PlaceLinkProps) {
  const [path] = useLocation()
  const { store } = useFrame()
  const { path: href, title, icon: Icon } = place
  const isHere = placeAt(path)?.id === place.id
  const look = isHere ? 'bg-accent-soft text-accent' : 'text-ink-2 hover:bg-sunken hover:text-ink'

  return (
    <Tooltip text={<Hint place={place} isCollapsed={isCollapsed} />} side="right">
      <Link
        href={href}
        data-tour={`place-${place.id}`}
        aria-current={isHere ? 'page' : undefined}
        className={classNames(LOOK, look, isCollapsed && 'relative justify-center')}
        onClick={() => goTo(store)}
      >
        <Icon aria-hidden />
        <span className={isCollapsed ? 'sr-only' : 'truncate'}>{title}</span>
        <UnsavedMark place={place} />
        {place.count === 'exchanges' && <NewErrors isCollapsed={isCollapsed} />}
        {place.count !== undefined && <PlaceCount of={place.count} isHidden={isCollapsed} />}
      </Link>
    </Tooltip>
  )
}

function Hint({ place, isCollapsed }: PlaceLinkProps) {
  const [keys = ''] = place.keys
  return (
    <span className="flex items-center gap-2">
      {isCollapsed && place.title}
      <KeysHint keys={keys} />
    </span>
  )
}

/** The address changes by the link itself; also when it is the present one, somebody wanted to be at its beginning. */
function goTo(store: FrameStore): void {
  const { arrive, close } = store.getState()
  arrive()
  close()
}

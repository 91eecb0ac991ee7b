import { Pause, Play, Trash2 } from 'lucide-react'

import { buildFilter } from '#shared/traffic/filter-text/parse-filter.ts'

import { Button } from '../../../components/button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { Tooltip } from '../../../components/tooltip.tsx'
import { clearTraffic } from '../../../frame/commands/clear-traffic.ts'
import { useFrame } from '../../../frame/commands/use-frame.tsx'
import { useStores, useTraffic } from '../../../stores/use-stores.tsx'
import { FollowMenu } from './follow-menu.tsx'
import { TEXT } from './text.ts'
import type { View } from './use-view.ts'

export function ListActions({ view }: { readonly view: View }) {
  return (
    <>
      <FollowMenu />
      <PauseButton />
      <Clear view={view} />
    </>
  )
}

function PauseButton() {
  const { traffic } = useStores()
  const isPaused = useTraffic((state) => state.isPaused)
  const waiting = useTraffic((state) => state.waiting)
  return (
    <Tooltip text={isPaused ? TEXT.resumeHint(waiting) : TEXT.pauseHint}>
      <Button
        variant={isPaused ? 'secondary' : 'ghost'}
        icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        onClick={() => traffic.setPaused(!isPaused)}
      >
        {isPaused ? TEXT.resume : TEXT.pause}
      </Button>
    </Tooltip>
  )
}

function Clear({ view: { filter } }: { readonly view: View }) {
  const frame = useFrame()
  const count = useTraffic((state) => state.counts.exchanges)
  const isFiltered = filter.terms.length > 0 || filter.words !== ''
  const icon = <Trash2 aria-hidden />
  if (!isFiltered) {
    return (
      <Button variant="ghost" icon={icon} onClick={() => void clearTraffic(frame)}>
        {TEXT.clear}
      </Button>
    )
  }
  const items = [
    {
      id: 'shown',
      label: TEXT.clearShown(count),
      isDisabled: count === 0,
      onSelect: () => void clearTraffic(frame, buildFilter(filter)),
    },
    { id: 'all', label: TEXT.clearAll, isDangerous: true, onSelect: () => void clearTraffic(frame) },
  ]
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" icon={icon}>
          {TEXT.clear}
        </Button>
      }
      items={items}
    />
  )
}

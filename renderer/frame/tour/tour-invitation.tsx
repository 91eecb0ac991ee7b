import { X } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'

import { Button } from '../../components/button.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { useLayout } from '../../stores/use-stores.tsx'
import { useFrame, useFrameState } from '../commands/use-frame.tsx'
import { TEXT } from './text.ts'

const words = TEXT.invitation

/** Offered where somebody begins, until it is taken or refused; whoever follows a link has something else in mind. */
export function TourInvitation() {
  const { store } = useFrame()
  const [path] = useLocation()
  const [isLater, setLater] = useState(false)
  const hasSeenTour = useLayout((state) => state.hasSeenTour)
  const setTourSeen = useLayout((state) => state.setTourSeen)
  const isUnderWay = useFrameState(({ tourStep }) => tourStep !== undefined)
  if (hasSeenTour || isLater || isUnderWay || path !== '/') return null

  return (
    <section
      aria-label={words.title}
      className="animate-appear fixed right-4 bottom-4 z-30 w-[min(22rem,calc(100vw-2rem))] rounded-card border border-line-strong bg-panel p-3.5 shadow-card"
    >
      <div className="flex items-start gap-2">
        <h2 className="flex-1 font-semibold">{words.title}</h2>
        <IconButton label={words.later} size="small" icon={<X aria-hidden />} onClick={() => setLater(true)} />
      </div>
      <p className="mb-3 text-ink-2">{words.text}</p>
      <div className="flex gap-2">
        <Button variant="primary" onClick={() => store.getState().showTour(0)}>
          {words.start}
        </Button>
        <Button variant="ghost" onClick={() => setTourSeen(true)}>
          {words.never}
        </Button>
      </div>
    </section>
  )
}

import { lazy, Suspense } from 'react'

import { useShell } from '../stores/use-stores.tsx'
import { useFrameState } from './commands/use-frame.tsx'
import { Drawer } from './navigation/drawer.tsx'
import { TourInvitation } from './tour/tour-invitation.tsx'
import { useReturnedFocus } from './use-returned-focus.ts'

export const loadPalette = () => import('./palette/palette.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const ShortcutsSheet = lazy(async () => ({ default: (await import('./shortcuts/shortcuts-sheet.tsx')).ShortcutsSheet }))
const LoadScenario = lazy(async () => ({ default: (await import('./dialogs/load-scenario.tsx')).LoadScenario }))
const Callback = lazy(async () => ({ default: (await import('./dialogs/callback.tsx')).Callback }))
const Tour = lazy(async () => ({ default: (await import('./tour/tour.tsx')).Tour }))

/** What lies over the screens; each is fetched when it is first asked for. */
export function Overlays() {
  const overlay = useFrameState((state) => state.overlay)
  const tourStep = useFrameState((state) => state.tourStep)
  const isRunning = useShell(({ value }) => value?.program.state === 'running')
  useReturnedFocus()

  return (
    <Suspense>
      <Drawer />
      {overlay?.kind === 'palette' && <Palette />}
      {overlay?.kind === 'shortcuts' && <ShortcutsSheet />}
      {overlay?.kind === 'load-scenario' && <LoadScenario id={overlay.id} />}
      {overlay?.kind === 'callback' && <Callback url={overlay.url} />}
      {isRunning && <TourInvitation />}
      {isRunning && tourStep !== undefined && <Tour step={tourStep} />}
    </Suspense>
  )
}

import { useEffect } from 'react'

import { SCREEN_TITLE_ID } from '../../components/screen.tsx'
import { useFrame, useFrameState } from '../commands/use-frame.tsx'

/**
 * Stands behind a screen, and moves the focus to its title when somebody has come here: a screen reader says where one
 * is, and Tab goes on from there. Not for the first screen, where the page itself is read.
 */
export function Arrival() {
  const { store } = useFrame()
  const arrivals = useFrameState((state) => state.arrivals)

  useEffect(() => {
    const { hasShownScreen, setScreenShown } = store.getState()
    if (hasShownScreen) document.getElementById(SCREEN_TITLE_ID)?.focus()
    else setScreenShown()
  }, [arrivals, store])
  return null
}

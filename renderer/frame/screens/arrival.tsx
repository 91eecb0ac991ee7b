import { useEffect, useRef } from 'react'

import { SCREEN_TITLE_ID } from '../../components/screen.tsx'
import { useFrame, useFrameState } from '../commands/use-frame.tsx'

/**
 * Stands behind a screen, and moves the focus to its title when somebody has come here: a screen reader says where one
 * is, and Tab goes on from there. Not for the first screen, where the page itself is read.
 */
export function Arrival() {
  const { store } = useFrame()
  const arrivals = useFrameState((state) => state.arrivals)

  const isSettled = useRef(false)

  useEffect(() => {
    const { hasShownScreen, setScreenShown } = store.getState()
    // How far a screen is scrolled when one comes to it is kept elsewhere.
    const preventScroll = !isSettled.current
    isSettled.current = true
    if (hasShownScreen || arrivals > 0) document.getElementById(SCREEN_TITLE_ID)?.focus({ preventScroll })
    else setScreenShown()
  }, [arrivals, store])
  return null
}

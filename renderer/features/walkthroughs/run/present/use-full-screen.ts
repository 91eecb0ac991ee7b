import { useEffect, useEffectEvent, useRef } from 'react'

/** The whole screen, where the browser allows it; elsewhere the window has to do. Escape ends both. */
export function useFullScreen(onEnd: () => void): { readonly toggle: () => void } {
  const end = useEffectEvent(onEnd)
  /** Only what was full can stop being so. The key for it ends that too, and goes on presenting. */
  const isFull = useRef(false)
  const isToggling = useRef(false)
  useEffect(() => {
    // After a reload nobody has pressed anything, and the browser would refuse.
    if (navigator.userActivation.isActive) void ask()
    function note(): void {
      const was = isFull.current
      isFull.current = document.fullscreenElement !== null
      if (was && !isFull.current && !isToggling.current) end()
      isToggling.current = false
    }
    document.addEventListener('fullscreenchange', note)
    return () => {
      document.removeEventListener('fullscreenchange', note)
      if (document.fullscreenElement !== null) void document.exitFullscreen()
    }
  }, [])
  return {
    toggle() {
      if (document.fullscreenElement === null) return void ask()
      isToggling.current = true
      void document.exitFullscreen()
    },
  }
}

async function ask(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' })
  } catch {
    // Forbidden, or there is none: the window is filled in any case.
  }
}

import { useEffect, useRef } from 'react'

import { useFrame, useFrameState } from './commands/use-frame.tsx'

interface Before {
  readonly element: Element | null
  readonly arrivals: number
}

/**
 * Where one overlay opened another, what had the focus before the second is gone with the first. So whatever had it
 * before the first gets it back, unless somebody went to another screen.
 */
export function useReturnedFocus(): void {
  const { store } = useFrame()
  const isOpen = useFrameState(({ overlay }) => overlay !== undefined)
  const before = useRef<Before | undefined>(undefined)

  // Before anything is rendered, since what opens takes the focus.
  useEffect(
    () =>
      store.subscribe(({ overlay, arrivals }) => {
        if (overlay) before.current ??= { element: focused(), arrivals }
      }),
    [store],
  )

  useEffect(() => {
    if (isOpen) return
    const { element, arrivals } = before.current ?? {}
    before.current = undefined
    if (arrivals === store.getState().arrivals && element instanceof HTMLElement) element.focus()
  }, [isOpen, store])
}

/** An entry of a menu goes with the menu; the button that opened it stays. */
function focused(): Element | null {
  const element = document.activeElement
  const menu = element?.closest('[role=menu]')
  return menu ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`) : element
}

import { useRef } from 'react'

export interface ReturnFocus {
  /** Before the focus goes into the dialog. */
  readonly remember: () => void
  /** When the dialog is gone. */
  readonly giveBack: (event: Event) => void
}

/** Gives the focus back to what had it. Radix does so for a trigger of its own, and ours may be anywhere. */
export function useReturnFocus(): ReturnFocus {
  const before = useRef<HTMLElement>(null)
  return {
    remember() {
      before.current = openerOf(document.activeElement)
    },
    giveBack(event) {
      event.preventDefault()
      before.current?.focus()
    },
  }
}

/** An entry of a menu goes with its menu; what opened that is named by it. */
function openerOf(element: Element | null): HTMLElement | null {
  const menuOpener = element?.closest('[role=menu]')?.getAttribute('aria-labelledby')
  const opener = menuOpener === null || menuOpener === undefined ? element : document.getElementById(menuOpener)
  return opener instanceof HTMLElement ? opener : null
}

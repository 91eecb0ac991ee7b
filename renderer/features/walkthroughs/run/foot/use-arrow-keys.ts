import { useEffect, useRef } from 'react'

import { belongsToTyping } from '../../../../frame/shortcuts/typing.ts'

interface ArrowKeys {
  readonly onRight: (() => void) | undefined
  readonly onLeft: (() => void) | undefined
}

/** Where an arrow has a meaning of its own. */
const OWN =
  '[role=tablist], [role=tree], [role=listbox], [role=separator], [role=slider], [role=menu], input[type=radio], pre[tabindex], summary'

/** The keys of somebody who presents: on and back. */
export function useArrowKeys(keys: ArrowKeys): void {
  const now = useRef(keys)
  useEffect(() => {
    now.current = keys
  })
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented, repeat } = event
      if (defaultPrevented || repeat || altKey || ctrlKey || metaKey || shiftKey) return
      if (belongsToTyping(target) || (target instanceof Element && target.closest(OWN) !== null)) return
      const act = key === 'ArrowRight' ? now.current.onRight : key === 'ArrowLeft' ? now.current.onLeft : undefined
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

import { useEffect, useEffectEvent } from 'react'

import { hasPlainKeys } from '../../../../frame/shortcuts/plain-keys.ts'
import { belongsToTyping } from '../../../../frame/shortcuts/typing.ts'

interface ZoomKeys {
  readonly larger: () => void
  readonly smaller: () => void
  readonly fit: () => void
}

const KEYS: Readonly<Record<string, keyof ZoomKeys>> = { '+': 'larger', '=': 'larger', '-': 'smaller', '0': 'fit' }

/** With Ctrl or Command they are the browser's own, for the page as a whole. */
export function useZoomKeys(keys: ZoomKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey, defaultPrevented } = event
    const name = KEYS[key]
    if (name === undefined || defaultPrevented || altKey || ctrlKey || metaKey) return
    if (belongsToTyping(target) || !hasPlainKeys()) return
    event.preventDefault()
    keys[name]()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

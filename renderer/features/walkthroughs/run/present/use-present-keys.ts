import { useEffect, useEffectEvent } from 'react'

import { hasPlainKeys } from '../../../../frame/shortcuts/plain-keys.ts'

export interface PresentKeys {
  readonly next: () => void
  readonly back: () => void
  readonly first: () => void
  readonly last: () => void
  readonly answer: () => void
  readonly toggleNotes: () => void
  readonly toggleDark: () => void
  readonly toggleFullScreen: () => void
}

/** A clicker sends PageUp and PageDown, and a full stop or B for a dark screen. */
const KEYS: Readonly<Record<string, keyof PresentKeys>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  a: 'answer',
  n: 'toggleNotes',
  b: 'toggleDark',
  '.': 'toggleDark',
  f: 'toggleFullScreen',
}

/** Where these keys have a meaning of their own. */
const PRESSABLE = 'button, a, summary, [role=button]'
const MOVABLE = '[role=list], [data-scrolls]'

/** Before anybody else: the foot below has keys for going on as well. */
export function usePresentKeys(keys: PresentKeys, isDark: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, repeat, target } = event
    if (altKey || ctrlKey || metaKey || key === 'Escape' || key === 'Tab' || key === 'Shift') return
    if (isDark) {
      event.preventDefault()
      event.stopPropagation()
      return keys.toggleDark()
    }
    const name = KEYS[key.length === 1 ? key.toLowerCase() : key]
    if (name === undefined || isElsewhere(key, target)) return
    event.preventDefault()
    if (!repeat) keys[name]()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [])
}

function isElsewhere(key: string, target: EventTarget | null): boolean {
  if (/^[a-z.]$/i.test(key)) return !hasPlainKeys()
  if (!(target instanceof Element)) return false
  if (key === ' ' || key === 'Enter') return target.closest(PRESSABLE) !== null
  return /^(?:ArrowUp|ArrowDown|Home|End)$/.test(key) && target.closest(MOVABLE) !== null
}

import { stepsOf } from './keys.ts'

const NAMES: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', Enter: '↵', Escape: 'Esc' }

/** What is written on the keys of each step: `mod+k` is one step of two keys, `g t` two steps of one. */
export function keyCaps(keys: string, isMac: boolean): readonly (readonly string[])[] {
  return stepsOf(keys).map((step) => step.split('+').map((key) => keyCap(key, isMac)))
}

function keyCap(key: string, isMac: boolean): string {
  if (key === 'mod') return isMac ? '⌘' : 'Ctrl'
  return NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}

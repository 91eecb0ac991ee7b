/** How a shortcut is written down: `mod+k`, `?`, `g t`. `mod` is the Command key on a Mac and Ctrl elsewhere. */

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The steps of a sequence; most shortcuts have one. */
export function stepsOf(keys: string): readonly string[] {
  return keys.split(' ')
}

/**
 * A key press as a step. Shift is not looked at: `?` is what arrives, wherever the keyboard has it. A letter that comes
 * with shift or caps lock is the same letter.
 */
export function stepOf(press: KeyPress, isMac: boolean): string | undefined {
  const isMod = isMac ? press.metaKey : press.ctrlKey
  const isOther = isMac ? press.ctrlKey : press.metaKey
  // On many keyboards AltGr, which reports Ctrl and Alt, is what types a character such as "[".
  if (isOther || press.altKey) return undefined
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  return isMod ? `mod+${key}` : key
}

export function isModified(step: string): boolean {
  return step.startsWith('mod+')
}

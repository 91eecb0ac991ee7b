import { type KeyPress, isModified, stepOf, stepsOf } from './keys.ts'

export interface Shortcut {
  readonly id: string
  readonly keys: string
}

export interface TimedPress extends KeyPress {
  /** Milliseconds, as on a DOM event. */
  readonly timeStamp: number
}

export interface PressContext {
  /** Letters belong to a field, a menu or a dialog; only what is pressed with Ctrl or Command counts. */
  readonly isTyping: boolean
}

/** Whether the press belongs to a shortcut, and to which if it completes one. */
export type Match = { readonly kind: 'none' | 'begun' } | { readonly kind: 'complete'; readonly id: string }

/** How long the second key of a sequence may take. */
const PATIENCE = 1500

const MODIFIER_KEYS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'])

/** Follows key presses through shortcuts of one or more steps. */
export function createShortcutMatcher(shortcuts: readonly Shortcut[], isMac: boolean) {
  let begun: readonly string[] = []
  let lastPress = 0

  function press(event: TimedPress, { isTyping }: PressContext): Match {
    if (MODIFIER_KEYS.has(event.key)) return { kind: 'none' }
    const step = stepOf(event, isMac)
    const before = event.timeStamp - lastPress > PATIENCE ? [] : begun
    begun = []
    if (step === undefined || (isTyping && !isModified(step))) return { kind: 'none' }
    return follow([...before, step], event.timeStamp) ?? follow([step], event.timeStamp) ?? { kind: 'none' }
  }

  function follow(steps: readonly string[], timeStamp: number): Match | undefined {
    const fitting = shortcuts.filter(({ keys }) => startsWith(stepsOf(keys), steps))
    const complete = fitting.find(({ keys }) => stepsOf(keys).length === steps.length)
    if (complete !== undefined) return { kind: 'complete', id: complete.id }
    if (fitting.length === 0) return undefined
    begun = steps
    lastPress = timeStamp
    return { kind: 'begun' }
  }

  return { press }
}

function startsWith(steps: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((step, index) => steps[index] === step)
}

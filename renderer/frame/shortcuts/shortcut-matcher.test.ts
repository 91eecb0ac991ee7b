import { describe, expect, test } from 'vitest'

import { createShortcutMatcher, type Match } from './shortcut-matcher.ts'

const SHORTCUTS = [
  { id: 'traffic', keys: 'g t' },
  { id: 'users', keys: 'g u' },
  { id: 'palette', keys: 'mod+k' },
  { id: 'sheet', keys: '?' },
]

const elsewhere = { isTyping: false }
const inField = { isTyping: true }

function keyboard({ isMac = false } = {}) {
  const matcher = createShortcutMatcher(SHORTCUTS, isMac)
  let now = 1000
  return (key: string, { after = 100, context = elsewhere, ...held }: Held = {}): Match => {
    now += after
    const none = { ctrlKey: false, metaKey: false, altKey: false }
    return matcher.press({ key, timeStamp: now, ...none, ...held }, context)
  }
}

interface Held {
  readonly after?: number
  readonly context?: { readonly isTyping: boolean }
  readonly ctrlKey?: boolean
  readonly metaKey?: boolean
  readonly altKey?: boolean
}

describe('a shortcut of one key', () => {
  test('is complete at once', () => {
    expect(keyboard()('?')).toEqual({ kind: 'complete', id: 'sheet' })
  })

  test('is left to a field that has the focus', () => {
    expect(keyboard()('?', { context: inField })).toEqual({ kind: 'none' })
  })
})

describe('a shortcut with the main modifier', () => {
  test('is Ctrl, or Command on a Mac, and never the other one', () => {
    expect(keyboard()('k', { ctrlKey: true })).toEqual({ kind: 'complete', id: 'palette' })
    expect(keyboard()('k', { metaKey: true })).toEqual({ kind: 'none' })
    expect(keyboard({ isMac: true })('k', { metaKey: true })).toEqual({ kind: 'complete', id: 'palette' })
    expect(keyboard({ isMac: true })('k', { ctrlKey: true })).toEqual({ kind: 'none' })
  })

  test('works in a field too', () => {
    expect(keyboard()('k', { ctrlKey: true, context: inField })).toEqual({ kind: 'complete', id: 'palette' })
  })

  test('is not AltGr, which reports Ctrl and Alt', () => {
    expect(keyboard()('k', { ctrlKey: true, altKey: true })).toEqual({ kind: 'none' })
  })
})

describe('a sequence', () => {
  test('is begun by its first key and complete with its last', () => {
    const press = keyboard()
    expect(press('g')).toEqual({ kind: 'begun' })
    expect(press('t')).toEqual({ kind: 'complete', id: 'traffic' })
  })

  test('is given up after a while', () => {
    const press = keyboard()
    press('g')
    expect(press('t', { after: 2000 })).toEqual({ kind: 'none' })
  })

  test('begins again when the first key is pressed again', () => {
    const press = keyboard()
    press('g')
    expect(press('g')).toEqual({ kind: 'begun' })
    expect(press('u')).toEqual({ kind: 'complete', id: 'users' })
  })

  test('is given up by a key that does not belong to it', () => {
    const press = keyboard()
    press('g')
    press('x')
    expect(press('t')).toEqual({ kind: 'none' })
  })

  test('is not disturbed by holding Shift or by caps lock', () => {
    const press = keyboard()
    press('G')
    press('Shift')
    expect(press('T')).toEqual({ kind: 'complete', id: 'traffic' })
  })

  test('does not wait for its second key while that goes into a field', () => {
    const press = keyboard()
    press('g')
    press('t', { context: inField })
    expect(press('t')).toEqual({ kind: 'none' })
  })
})

import { useEffect } from 'react'

import { LESSON_ADDRESS } from '../addresses.ts'
import { createShortcutMatcher } from '../shortcuts/shortcut-matcher.ts'
import { isMac } from '../shortcuts/is-mac.ts'
import { hasPlainKeys } from '../shortcuts/plain-keys.ts'
import { belongsToTyping } from '../shortcuts/typing.ts'
import { COMMANDS } from './commands.ts'
import type { Frame } from './command.ts'

const SHORTCUTS = COMMANDS.flatMap(({ id, keys = [] }) => keys.map((one) => ({ id, keys: one })))

/** Runs commands by their keys, and what the native menu asks for; shows what the system hands over. */
export function useCommandKeys(frame: Frame): void {
  useEffect(() => followKeys(frame), [frame])
  useEffect(() => followShell(frame), [frame])
}

function followKeys(frame: Frame): () => void {
  const matcher = createShortcutMatcher(SHORTCUTS, isMac)
  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return
    const isTyping = belongsToTyping(event.target) || !hasPlainKeys()
    const match = matcher.press(event, { isTyping })
    if (match.kind !== 'complete') return
    event.preventDefault()
    COMMANDS.find(({ id }) => id === match.id)?.run(frame)
  }
  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}

function followShell(frame: Frame): () => void {
  const { bridge, store, stores, go } = frame
  const stops = [
    bridge.listen('shell.command', ({ command }) => {
      COMMANDS.find(({ shellCommand }) => shellCommand === command)?.run(frame)
    }),
    bridge.listen('callback.received', ({ url }) => store.getState().open({ kind: 'callback', url })),
    bridge.listen('lesson.opened', (file) => {
      void stores.lessons.getState().open(file)
      go(LESSON_ADDRESS)
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

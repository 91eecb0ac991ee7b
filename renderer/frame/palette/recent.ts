import type { Memory } from '../../stores/memory.ts'

const NAME = 'palette-recent'
const MOST = 6

/** What was chosen last, the newest first, by the ids of its entries. */
export function loadRecent(memory: Memory): readonly string[] {
  return (memory.read(NAME) ?? '').split('\n').filter(Boolean)
}

export function saveRecent(memory: Memory, id: string): void {
  const others = loadRecent(memory).filter((other) => other !== id)
  memory.write(NAME, [id, ...others].slice(0, MOST).join('\n'))
}

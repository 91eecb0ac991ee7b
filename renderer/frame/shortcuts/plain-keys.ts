import { createBrowserMemory } from '../../stores/memory.ts'

/** Keys without Ctrl or Command can be switched off: WCAG 2.2, 2.1.4. */
const memory = createBrowserMemory()
const NAME = 'plain-keys'

export function hasPlainKeys(): boolean {
  return memory.read(NAME) !== 'off'
}

export function setPlainKeys(isOn: boolean): void {
  memory.write(NAME, isOn ? 'on' : 'off')
}

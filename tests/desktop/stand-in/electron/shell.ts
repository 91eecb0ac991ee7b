import { onOrder } from '../control.ts'
import { strict } from '../strict.ts'

/** What would have left the program. */
const opened: string[] = []
const shown: string[] = []

export const shell = strict('shell', {
  async openExternal(address: string) {
    opened.push(address)
  },
  async openPath(path: string) {
    shown.push(path)
    return ''
  },
})

onOrder('say what was opened outside', () => ({ addresses: opened, paths: shown }))

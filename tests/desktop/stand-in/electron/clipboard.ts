import { onOrder } from '../control.ts'
import { strict } from '../strict.ts'

let text = ''

/** The program's own; that of the pages is Chromium's. */
export const clipboard = strict('clipboard', { writeText: async (given: string) => void (text = given) })

onOrder('read the clipboard', () => text)

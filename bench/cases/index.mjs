import { coldStarts } from './cold-start.mjs'
import { filled } from './filled.mjs'
import { loadCases } from './load-cases.mjs'
import { memory } from './memory.mjs'
import { recording } from './recording.mjs'
import { screens } from './screens.mjs'

/** In the order of the table. */
export const CASES = [...loadCases, ...coldStarts, filled, memory, recording, ...screens]

/** What `import 'valetkey'` loads with the first start; valetkey.d.ts declares it. */
import { startValetKey as start } from './start-valet-key.ts'
import type * as declared from './valetkey.d.ts'

export const startValetKey = start satisfies typeof declared.startValetKey

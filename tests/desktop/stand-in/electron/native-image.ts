import { existsSync } from 'node:fs'

import { strict } from '../strict.ts'

/** Nothing is drawn; but a picture that is not in its place is seen. */
export const nativeImage = strict('nativeImage', {
  createFromPath: (path: string) => strict('NativeImage', { isEmpty: () => !existsSync(path) }),
})

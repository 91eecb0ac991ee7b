import { existsSync } from 'node:fs'

import { strict } from '../strict.ts'

/** Nothing is drawn; but an icon that is not in its place is seen. */
function create(path: string) {
  const image = {
    path,
    isEmpty: () => !existsSync(path),
    setTemplateImage: () => undefined,
    resize: () => strict('NativeImage', image),
  }
  return strict('NativeImage', image)
}

export const nativeImage = strict('nativeImage', { createFromPath: create })

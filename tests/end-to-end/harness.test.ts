import { describe, expect, it } from 'vitest'

import { noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'

describe.skipIf(noShell)('the screens', () => {
  const screens = useScreens()

  it('are shown by the running program', async () => {
    expect(await screens.page.title()).toContain('Valet Key')
  })
})

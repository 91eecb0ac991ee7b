import { describe, expect, test } from 'vitest'

import { openPlace } from './support/open-place.ts'
import { isStandIn, noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

describe.skipIf(noShell || isStandIn)('a choice of dark where the system is light', () => {
  const screens = useScreens({ remembered: { ...VISITED, 'valetkey.theme': 'dark' }, colorScheme: 'light' })

  test('is there before the first picture', async () => {
    await screens.page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.documentElement?.dataset['theme'] !== 'dark') return
        performance.mark('dark')
        observer.disconnect()
      }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-theme'] })
    })
    await openPlace(screens, '/settings', 'Settings')
    const { dark, paint } = await screens.page.evaluate(() => ({
      dark: performance.getEntriesByName('dark')[0]?.startTime,
      paint: performance.getEntriesByName('first-paint')[0]?.startTime,
    }))
    expect(dark).toBeLessThan(paint ?? 0)
  })
})

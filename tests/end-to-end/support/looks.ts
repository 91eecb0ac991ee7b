import type { Page } from 'playwright'

import { expectAccessible, expectNothingSticksOut } from './accessibility.ts'
import { takePicture, TAKES_PICTURES } from './picture.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
  { width: 390, height: 844 },
] as const

/** Where axe looks, which takes seconds: at everything once, and at what another theme and little room change. */
const LOOKED_AT: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ['1440 light', undefined],
  ['390 dark', ['color-contrast', 'scrollable-region-focusable']],
])

/** Within the window at each size, accessible in both themes, and as pictures for people. */
export async function expectGoodLooks(
  page: Page,
  name: string,
  ready: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await ready()
    await expectNothingSticksOut(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      const look = `${size.width} ${colorScheme}`
      if (!LOOKED_AT.has(look) && !TAKES_PICTURES) continue
      await page.emulateMedia({ colorScheme })
      if (LOOKED_AT.has(look)) await expectAccessible(page, LOOKED_AT.get(look))
      await takePicture(page, `${name}-${size.width}-${colorScheme}`)
    }
  }
  await page.setViewportSize(SIZES[0])
}

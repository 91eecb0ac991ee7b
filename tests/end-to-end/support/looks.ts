import type { Page } from 'playwright'

import { expectAccessible, expectNothingSticksOut } from './accessibility.ts'
import { takePicture } from './picture.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
  { width: 390, height: 844 },
] as const

/** Where axe looks: each theme once, the widest and the narrowest. It takes seconds each time. */
const LOOKED_AT: ReadonlySet<string> = new Set(['1440 light', '390 dark'])

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
      await page.emulateMedia({ colorScheme })
      if (LOOKED_AT.has(`${size.width} ${colorScheme}`)) await expectAccessible(page)
      await takePicture(page, `${name}-${size.width}-${colorScheme}`)
    }
  }
  await page.setViewportSize(SIZES[0])
}

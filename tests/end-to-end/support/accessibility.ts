import type { Page } from 'playwright'
import { expect } from 'vitest'

import { findViolations } from '../../support/find-violations.ts'

/** Whatever moves has to have come to rest before colours are measured. */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  await settle(page)
  // A menu and what belongs to a button lie above the page, and so in none of its landmarks.
  const hasLayer = (await page.locator('[data-radix-popper-content-wrapper]').count()) > 0
  const withoutRules = hasLayer ? ['region'] : []
  expect(await findViolations(page, { exclude: 'iframe', withoutRules, rules })).toEqual([])
}

/** Another theme has been taken up, fonts are there, and what appears has appeared. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    await document.fonts.ready
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(isFinite)
        .map(({ finished }) => finished),
    )

    function isFinite({ effect }: Animation): boolean {
      return effect?.getComputedTiming().endTime !== Infinity
    }
  })
}

/** Nothing of the page sticks out of the window sideways. */
export async function expectNothingSticksOut(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(tooWide).toBeLessThanOrEqual(0)
}

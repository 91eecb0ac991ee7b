import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { expect } from 'vitest'

/** Everything that axe knows, its advice included. Whatever moves has to have come to rest before colours are measured. */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page)
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
  }))
  expect(found).toEqual([])
}

/** Fonts are there, and what appears has appeared. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
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

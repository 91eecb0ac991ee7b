import { AxeBuilder } from '@axe-core/playwright'
import type { NodeResult } from 'axe-core'
import type { Page } from 'playwright'
import { expect } from 'vitest'

/** Everything that axe knows, its advice included. Whatever moves has to have come to rest before colours are measured. */
export async function expectAccessible(page: Page): Promise<void> {
  await settle(page)
  const axe = new AxeBuilder({ page }).exclude('iframe')
  // A menu and what belongs to a button lie above the page, and so in none of its landmarks.
  if ((await page.locator(LAYER).count()) > 0) axe.disableRules('region')
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(describe) }))).toEqual([])
}

const LAYER = '[data-radix-popper-content-wrapper]'

function describe({ html, failureSummary }: NodeResult): readonly unknown[] {
  return [html, failureSummary]
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

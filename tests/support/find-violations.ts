import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type axe from 'axe-core'
import type { Page } from 'playwright'

export interface Violation {
  readonly id: string
  readonly help: string
  /** Each place: its markup, and what to do about it. */
  readonly at: readonly (readonly [html: string, advice: string | undefined])[]
}

interface Scope {
  /** A selector of what is looked at; the whole page without it. */
  readonly within?: string | undefined
  readonly exclude?: string | undefined
  readonly withoutRules?: readonly string[]
  /** These rules alone. */
  readonly rules?: readonly string[] | undefined
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Everything that axe objects to, its advice included. Asked in the page itself and for violations alone: @axe-core/playwright
 * loads axe anew for each frame, opens a page to put the answers together, and takes four times as long.
 */
export async function findViolations(page: Page, scope: Scope = {}): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  return await page.evaluate(async ({ within, exclude, withoutRules = [], rules }: Scope) => {
    const { axe: checker } = globalThis as unknown as { readonly axe: typeof axe }
    const { violations } = await checker.run(
      { include: [[within ?? 'html']], ...(exclude !== undefined && { exclude: [[exclude]] }) },
      {
        resultTypes: ['violations'],
        iframes: false,
        ...(rules !== undefined && { runOnly: [...rules] }),
        rules: Object.fromEntries(withoutRules.map((rule) => [rule, { enabled: false }])),
      },
    )
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ html, failureSummary }) => [html, failureSummary] as const),
    }))
  }, scope)
}

import type { Locator } from 'playwright'
import { describe, expect, test } from 'vitest'

import { FLOWS, LAYERS } from '#shared/flows/flows.ts'

import { type Case, casesOf } from '../flows/cases.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'
import { runOf, steps } from './support/walk.ts'

/** Each walkthrough with as many layers as go together, and once more where a layer would otherwise be missing. */
function chooseCases(): readonly Case[] {
  const byLayers = FLOWS.map((flow) =>
    casesOf(flow).toSorted((one, other) => other.choice.layers.length - one.choice.layers.length),
  )
  const largest = byLayers.flatMap((cases) => cases.slice(0, 1))
  const seen = new Set(largest.flatMap(({ choice }) => choice.layers))
  const missing = LAYERS.filter(({ id }) => !seen.has(id)).flatMap(({ id }) =>
    byLayers
      .flat()
      .filter(({ choice }) => choice.layers.includes(id))
      .slice(0, 1),
  )
  return [...largest, ...missing]
}

// What differs in the desktop's own browser is walked elsewhere.
describe.skipIf(noShell || shellName !== 'browser')('every walkthrough', () => {
  const screens = useScreens({ path: '/walkthroughs', remembered: VISITED, reducedMotion: true })
  const cases = chooseCases()

  test('together they have every layer', () => {
    expect(new Set(cases.flatMap(({ choice }) => choice.layers))).toEqual(new Set(LAYERS.map(({ id }) => id)))
  })

  test.each(cases)('$name is chosen, set up and walked to its end', async ({ flow, choice }) => {
    const { page } = screens
    const { title, variants } = FLOWS.find(({ id }) => id === flow) ?? { title: '', variants: [] }
    await page.getByRole('navigation').getByRole('link', { name: 'Walkthroughs' }).click()
    await page.getByRole('main').getByRole('link', { name: title, exact: true }).click()

    await page.getByText('What will travel').waitFor()
    const variant = variants.find(({ id }) => id === choice.variant)
    const application = page.getByRole('combobox', { name: 'Application', exact: true })
    if ((await application.inputValue()) !== choice.client_id) await application.selectOption(choice.client_id)
    if (variant !== undefined) await page.getByRole('radio', { name: variant.title, exact: false }).first().check()
    for (const { id, title: name } of LAYERS) {
      const layer = page.getByRole('switch', { name, exact: true })
      if ((await layer.count()) > 0) await turn(layer, choice.layers.includes(id))
    }
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await steps(page).waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''

    await walkToTheEnd()
    expect(await steps(page).getByText('failed').count()).toBe(0)
    const run = await runOf(screens, id)
    expect(run.choice.layers.toSorted()).toEqual(choice.layers.toSorted())
    const failed = run.steps.flatMap(({ checks }) => checks).filter(({ outcome }) => outcome === 'failed')
    expect([run.state, failed]).toEqual(['done', []])
  })

  async function turn(layer: Locator, isOn: boolean): Promise<void> {
    if ((await layer.isChecked()) !== isOn) await layer.click()
  }

  /** One by one they are walked by the core's own tests; the playground answers for the user. */
  async function walkToTheEnd(): Promise<void> {
    const { page } = screens
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Run all' }).click()
    const status = page.locator('footer output').getByText(/^(?:Done|Stopped)/)
    await status.waitFor()
    expect(await status.textContent()).toBe('Done: every step was taken')
  }
})

import { describe, expect, test } from 'vitest'

import { expectAccessible, expectNothingSticksOut } from './support/accessibility.ts'
import { addressOf } from './support/open-place.ts'
import { takePicture } from './support/picture.ts'
import { isStandIn, noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'
import { CODE, openRun, runOf } from './support/walk.ts'

const FLOW = 'authorization-code-pkce'

const VIEWS = [
  ['check-id-token', 'response', [[1920, 1080]]],
  [
    'token-request',
    'request',
    [
      [1440, 900],
      [1024, 700],
      [390, 844],
    ],
  ],
] as const

// The stand-in has no screen that a window could fill.
describe.skipIf(noShell || isStandIn)('a walkthrough is presented', () => {
  const screens = useScreens({
    remembered: VISITED,
    viewport: { width: 1920, height: 1080 },
    reducedMotion: true,
    hasWindows: true,
  })
  const stage = () => screens.page.getByRole('dialog')
  const title = (name: string) => stage().getByRole('heading', { level: 2, name, exact: true })
  /** What a clicker sends, when what came before is there. */
  async function click(key = 'PageDown'): Promise<void> {
    await stage().locator('footer:not(:has([aria-busy=true]))').waitFor()
    await screens.page.keyboard.press(key)
  }

  test('by a clicker, one message at a time, to its end and back', async () => {
    const { page } = screens
    const id = await openRun(screens, FLOW, CODE)
    const button = page.getByRole('button', { name: 'Present', exact: true })
    await button.click()
    await title('Make a state').waitFor()
    await expect.poll(() => addressOf(screens)).toContain('present=on')

    await click()
    await stage().getByText('state', { exact: true }).last().waitFor()
    for (const name of ['Make a nonce', 'Make the code verifier']) {
      await click()
      await title(name).waitFor()
      await click()
      await stage().locator('dl').waitFor()
    }
    await click()
    await title('Send the user to authorize').waitFor()
    await stage().getByText('code_challenge', { exact: true }).waitFor()
    await click()
    await stage().getByText('It is Alice’s turn, on the pages of the issuer.').waitFor()

    await page.reload()
    await title('Sign in').waitFor()
    await click('a')
    await title('Come back with the code').waitFor()
    await stage().getByText('state is the one that was sent').waitFor()
    await click()
    await title('Exchange the code for tokens').waitFor()
    await stage().getByText('POST /token', { exact: true }).first().waitFor()
    await click()
    await stage().getByText('200 OK', { exact: true }).waitFor()
    await click('PageUp')
    await stage().locator('dt', { hasText: 'code_verifier' }).waitFor()
    await click('Home')
    await title('Make a state').waitFor()
    await click('End')
    await title('Read and check the ID token').waitFor()

    await click('Escape')
    await stage().waitFor({ state: 'detached' })
    await expect.poll(() => addressOf(screens)).not.toContain('present')
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect((await runOf(screens, id)).position).toBe(8)
  })

  test('with notes for the one who speaks, and a dark screen for the one who wants to be heard', async () => {
    const { page } = screens
    const id = await openRun(screens, FLOW, CODE)
    await page.keyboard.press('p')
    await title('Make a state').waitFor()
    const notes = stage().getByRole('region', { name: 'Notes' })
    expect(await notes.count()).toBe(0)
    await click('n')
    await notes.getByText('What could go wrong').waitFor()
    await expect.poll(() => addressOf(screens)).toContain('present=notes')
    await click('n')
    await notes.waitFor({ state: 'detached' })

    const dark = stage().getByRole('button', { name: /^The screen is dark/ })
    await click('b')
    await dark.waitFor()
    await click('PageDown')
    await dark.waitFor({ state: 'detached' })
    expect((await runOf(screens, id)).position).toBe(0)
    await click('Escape')
    await stage().waitFor({ state: 'detached' })
  })

  test('so that it can be read from the last row', async () => {
    const { page } = screens
    const id = await openRun(screens, FLOW, CODE, { to: 'call-api' })
    await screens.goto(`/walkthroughs/${FLOW}/${id}?step=token-request&tab=request&present=on`)
    await title('Exchange the code for tokens').waitFor()
    const readSizes = () =>
      stage()
        .locator('h2, dt, dd, footer button')
        .evaluateAll((elements) => elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)))
    // The window may still be growing.
    await expect.poll(async () => Math.min(...(await readSizes()))).toBeGreaterThanOrEqual(24)
    expect(Math.max(...(await readSizes()))).toBeGreaterThanOrEqual(40)
    const label = stage().locator('svg text').first()
    expect(await label.evaluate((text) => text.getBoundingClientRect().height)).toBeGreaterThanOrEqual(20)
    await click('Escape')
    await stage().waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.documentElement.style.fontSize)).toBe('')
  })

  // The desktop app shows the same files.
  test.skipIf(shellName !== 'browser')(
    'in both themes, at any size',
    async () => {
      const { page } = screens
      const id = await openRun(screens, FLOW, CODE, { to: 'call-api' })
      for (const [step, tab, sizes] of VIEWS) {
        await screens.goto(`/walkthroughs/${FLOW}/${id}?step=${step}&tab=${tab}&present=notes`)
        await stage().getByRole('region', { name: 'Notes' }).waitFor()
        for (const [width, height] of sizes) {
          await page.setViewportSize({ width, height })
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme })
            await takePicture(page, `present-${step}-${width}-${colorScheme}`)
            await expectNothingSticksOut(page)
            // A larger window has nothing in it that a smaller one has not.
            if (width < 1920 && colorScheme === 'light') await expectAccessible(page)
          }
        }
      }
    },
    120_000,
  )
})

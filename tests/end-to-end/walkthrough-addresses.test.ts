import { describe, expect, test } from 'vitest'

import { addressOf } from './support/open-place.ts'
import { isStandIn, noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'
import { CODE, goOnTo, openRun, press, runOf, signInAsAlice, stepButton } from './support/walk.ts'

describe.skipIf(noShell || isStandIn)('where a walkthrough is', () => {
  const screens = useScreens({ remembered: VISITED })
  const heading = (name: RegExp | string) => screens.page.getByRole('heading', { level: 2, name })
  const status = () => screens.page.locator('footer output')

  test('outlives a reload of the screens, while it waits for Alice too', async () => {
    const { page } = screens
    await openRun(screens, 'authorization-code-pkce', CODE)
    await goOnTo(page, 'Send the user to authorize')
    await page.reload()
    await heading('4. Send the user to authorize').waitFor()
    await press(page)
    await heading('5. Sign in').waitFor()
    await page.reload()
    await status().getByText('Waiting for Alice').waitFor()
    await signInAsAlice(await screens.userAgent())
    await heading('7. Come back with the code').waitFor()
  })

  test('outlives a restart of the program', async () => {
    const id = await openRun(screens, 'authorization-code-pkce', CODE, { to: 'token-request' })
    await heading('8. Exchange the code for tokens').waitFor()
    await screens.restart()
    await heading('8. Exchange the code for tokens').waitFor()
    expect((await runOf(screens, id)).position).toBe(7)
  })

  test('a step and a tab of it can be linked to', async () => {
    const { page } = screens
    const id = await openRun(screens, 'authorization-code-pkce', CODE, { to: 'call-api' })
    await screens.goto(`/walkthroughs/authorization-code-pkce/${id}?step=check-id-token&tab=response`)
    await heading('9. Read and check the ID token').waitFor()
    await page.getByRole('list', { name: 'Checked by the application' }).getByLabel('Passed').first().waitFor()
    await stepButton(page, 'Make the code verifier').click()
    await page.getByRole('tab', { name: 'Explain' }).click()
    await expect.poll(() => addressOf(screens)).toMatch(/\?step=make-verifier&tab=explain$/)
  })

  test('what is not there is said', async () => {
    const { page } = screens
    await screens.goto('/walkthroughs/nonsense')
    await page.getByText('There is no such walkthrough').waitFor()
    await screens.goto('/walkthroughs/authorization-code-pkce/nonsense')
    await page.getByText('This run is not there').waitFor()
    await page.getByRole('link', { name: 'Begin a new one' }).click()
    await page.getByRole('button', { name: 'Start' }).waitFor()
  })

  test('it can be cancelled, and begun anew', async () => {
    const { page } = screens
    const id = await openRun(screens, 'authorization-code-pkce', CODE)
    await goOnTo(page, 'Sign in')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Cancel the run' }).click()
    await status().getByText('Cancelled.').waitFor()
    expect((await runOf(screens, id)).state).toBe('cancelled')
    await page
      .getByRole('banner')
      .or(page.locator('main'))
      .getByRole('button', { name: /^Restart/ })
      .first()
      .click()
    await heading('1. Make a state').waitFor()
    expect((await runOf(screens, id)).state).toBe('ready')
  })

  test('it runs to a step, to its end, and by itself', async () => {
    const { page } = screens
    const id = await openRun(screens, 'authorization-code-pkce', CODE)
    await stepButton(page, 'Exchange the code for tokens').click()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Run to here' }).click()
    await expect.poll(async () => (await runOf(screens, id)).position).toBe(7)
    await page.getByText('Answered for Alice').waitFor()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Run all' }).click()
    await status().getByText('Done: every step was taken').waitFor()

    const other = await openRun(screens, 'client-credentials', {
      client_id: 'taxi-finder',
      api: 'https://world-mappers.test/api',
      scope: ['geocode'],
      variant: 'client_secret_basic',
      layers: [],
      user: 'alice',
    })
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: /^Quickly/ }).click()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await expect.poll(async () => (await runOf(screens, other)).state).toBe('done')
  })
})

import { describe, expect, test } from 'vitest'

import { addressOf } from './support/open-place.ts'
import { noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'
import {
  CODE,
  goOnTo,
  idle,
  message,
  nextButton,
  openRun,
  press,
  readWhereabouts,
  runOf,
  signInAsAlice,
  stepButton,
  waitForOther,
} from './support/walk.ts'

describe.skipIf(noShell)('a walkthrough', () => {
  const screens = useScreens({ remembered: VISITED })
  const heading = (name: RegExp | string) => screens.page.getByRole('heading', { level: 2, name })
  const status = () => screens.page.locator('footer output')

  test('is chosen, set up and started', async () => {
    const { page } = screens
    await screens.goto('/walkthroughs')
    await page.getByRole('link', { name: 'Authorization Code with PKCE', exact: true }).click()
    await page.getByRole('switch', { name: 'Stay signed in' }).uncheck()
    await page.getByRole('checkbox', { name: 'create:tasks' }).uncheck()
    await expect.poll(() => addressOf(screens)).toContain('scope=read%3Atasks&')
    await page.getByRole('button', { name: 'Start' }).click()
    await heading('1. Make a state').waitFor()
    const [run] = (await screens.call('runs.list', {})).items
    expect(run?.choice).toMatchObject({ client_id: 'my-todos', scope: ['read:tasks'] })
    expect(run?.choice.layers).not.toContain('refresh')
    await screens.goto('/walkthroughs')
    await page.getByRole('list', { name: 'Go on with' }).getByRole('link').first().click()
    await heading('1. Make a state').waitFor()
  })

  test('is walked by mouse, Alice signing in on the issuer’s own pages', async () => {
    const { page } = screens
    const id = await openRun(screens, 'authorization-code-pkce', CODE)
    await goOnTo(page, 'Send the user to authorize')
    await page.getByRole('textbox', { name: 'Value of code_challenge', exact: true }).waitFor()
    await press(page)
    await status().getByText('Waiting for Alice in the browser pane').waitFor()
    await heading('5. Sign in').waitFor()
    const agent = await screens.userAgent()
    await signInAsAlice(agent)
    await agent.getByText('The answer arrived here').waitFor()

    await heading('7. Come back with the code').waitFor()
    await page
      .getByRole('list', { name: 'Checked by the application' })
      .getByText('state is the one that was sent')
      .waitFor()
    expect((await runOf(screens, id)).steps.map(({ state }) => state).slice(4, 7)).toEqual(['done', 'done', 'done'])
    await press(page)
    await heading('8. Exchange the code for tokens').waitFor()
    await press(page)
    await page.getByRole('tab', { name: 'Tokens' }).click()
    await page.getByText('A real client would keep this to itself.').first().waitFor()
    await page.getByRole('tab', { name: 'Response' }).click()
    await goOnTo(page, 'Read and check the ID token')
    await press(page)
    await page.getByText(/^\d+ of \d+ passed$/).waitFor()
    await goOnTo(page, 'Call what was not allowed')
    await press(page)
    await status().getByText('Done: every step was taken').waitFor()
    const run = await runOf(screens, id)
    expect(run.state).toBe('done')
    expect(run.steps.filter(({ state }) => state === 'failed')).toEqual([])
  })

  test('is walked by keyboard, the playground answering for Alice', async () => {
    const { page } = screens
    const id = await openRun(screens, 'authorization-code-pkce', CODE)
    const answer = page.getByRole('button', { name: 'Answer for Alice' })
    await stepButton(page, 'Make a state').focus()
    for (let presses = 0; presses < 40; presses++) {
      await idle(page)
      const before = await page.evaluate(readWhereabouts)
      if (before.includes('Done: every step was taken')) break
      if (await answer.isVisible()) {
        await answer.focus()
        await page.keyboard.press('Enter')
      } else await page.keyboard.press('ArrowRight')
      await waitForOther(page, before)
    }
    expect((await runOf(screens, id)).state).toBe('done')

    await page.keyboard.press('ArrowLeft')
    await heading('11. Call the API').waitFor()
    await page.keyboard.press('ArrowRight')
    await heading('12. Call what was not allowed').waitFor()
  })

  test('can be gone through by its arrows', async () => {
    const { page } = screens
    await openRun(screens, 'authorization-code-pkce', CODE)
    await message(page, 'Browser to Issuer: GET /authorize, still to come').click()
    await heading('4. Send the user to authorize').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await heading('6. Consent').waitFor()
    await expect.poll(() => addressOf(screens)).toMatch(/\?step=consent$/)
    await page.keyboard.press('Home')
    await page.keyboard.press(' ')
    await heading('1. Make a state').waitFor()
  })

  test('an edited request is refused with a lesson, put back, and then goes on', async () => {
    const { page } = screens
    await openRun(screens, 'authorization-code-pkce', CODE)
    await goOnTo(page, 'Send the user to authorize')
    const redirect = page.getByRole('textbox', { name: 'Value of redirect_uri', exact: true })
    const right = await redirect.inputValue()
    screens.expectComplaint(/400 \(Bad Request\)/)
    await redirect.fill(right.slice(0, -1))
    await redirect.press('Enter')
    await page.getByText('You changed this request').waitFor()
    await page.getByText(/differs from what MyTodos\.io has registered/).waitFor()
    await press(page)
    await status().getByText('Stopped at').waitFor()
    await page.getByText('This address is not registered for MyTodos.io').waitFor()

    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect.poll(() => redirect.inputValue()).toBe(right)
    await nextButton(page).getByText('Send it again').waitFor()
    await press(page)
    await status().getByText('Waiting for Alice').waitFor()
    await signInAsAlice(await screens.userAgent())
    await heading('7. Come back with the code').waitFor()
    await press(page)
    await press(page)
    await page.getByText('id_token').first().waitFor()
  })

  test('a wrong verifier is refused by the token endpoint, and the refusal explained', async () => {
    const { page } = screens
    await openRun(screens, 'authorization-code-pkce', CODE, { to: 'token-request' })
    await heading('8. Exchange the code for tokens').waitFor()
    const verifier = page.getByRole('textbox', { name: 'Value of code_verifier', exact: true })
    await verifier.fill('a'.repeat(43))
    await verifier.press('Enter')
    await page.getByText('code_verifier is another.').waitFor()
    await press(page)
    await status().getByText('Stopped at').waitFor()
    await page.getByText('invalid_grant').first().waitFor()
    await message(page, /Issuer to MyTodos\.io: 400 invalid_grant, failed/).waitFor()
  })

  test('an answer in the fragment is read in the pane, where alone it can be', async () => {
    const { page } = screens
    const choice = { ...CODE, variant: 'token', layers: ['iss'] } as const
    const id = await openRun(screens, 'implicit', choice)
    await goOnTo(page, 'Sign in')
    await signInAsAlice(await screens.userAgent())
    await heading(/Come back with the answer in the fragment$/).waitFor()
    await page.getByText('It came in the fragment of the address, which no server ever sees.').waitFor()
    const run = await runOf(screens, id)
    expect(run.steps.find(({ arrival }) => arrival !== undefined)?.arrival?.via).toBe('fragment')
    await goOnTo(page, 'Call what was not allowed')
    await press(page)
    await status().getByText('Done: every step was taken').waitFor()
  })
})

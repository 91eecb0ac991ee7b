import { describe, expect, test } from 'vitest'

import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'
import { CODE, openRun, press, runOf, stepButton } from './support/walk.ts'

const MACHINE = {
  client_id: 'taxi-finder',
  api: 'https://world-mappers.test/api',
  scope: ['geocode'],
  variant: 'client_secret_basic',
  layers: [],
  user: 'alice',
} as const

/** Each is broken where a person would break it, and put right by the button that its lesson has. */
// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('what goes wrong in a walkthrough', () => {
  const screens = useScreens({ remembered: VISITED })
  const heading = (name: string) => screens.page.getByRole('heading', { level: 2, name })
  const status = () => screens.page.locator('footer output')
  const remedies = () => screens.page.getByRole('region', { name: 'Put it right' })
  const answer = () => screens.page.getByRole('button', { name: 'Answer for Alice' })

  async function write(label: string, value: string): Promise<void> {
    const field = screens.page.getByRole('textbox', { name: label, exact: true })
    await field.fill(value)
    await field.press('Enter')
    await screens.page.getByText('You changed this request').waitFor()
  }

  test('a state of somebody else is noticed, and the request that had it put back', async () => {
    const { page } = screens
    const id = await openRun(screens, 'authorization-code-pkce', CODE, { to: 'authorization-request' })
    await write('Value of state', 'of-mallory')
    await press(page)
    await answer().click()
    await status().getByText('Stopped at “Come back with the code”').waitFor()
    await page.getByText('This answer belongs to another request').waitFor()
    await remedies().getByText('It began with step 4, which was sent with another state.').waitFor()
    await remedies().getByRole('button', { name: 'Put step 4 back, and send it again' }).click()
    await answer().click()
    await expect.poll(async () => (await runOf(screens, id)).state).toBe('ready')
    expect((await runOf(screens, id)).steps[3]?.edited).toBeUndefined()
  })

  test('a code that is used twice is refused, and the walk begun anew brings another one', async () => {
    const { page } = screens
    const id = await openRun(screens, 'authorization-code-pkce', CODE, { to: 'call-api' })
    const code = (await runOf(screens, id)).known['code']?.value
    await stepButton(page, 'Exchange the code for tokens').click()
    await page.getByRole('tab', { name: 'Request' }).click()
    await page.getByRole('button', { name: 'Send it again from here' }).click()
    await status().getByText('Stopped at “Exchange the code for tokens”').waitFor()
    await page.getByText('invalid_grant').first().waitFor()
    await remedies().getByText('Codes, states and tokens are good once').waitFor()
    await remedies().getByRole('button', { name: 'Begin anew, and walk up to here' }).click()
    await heading('8. Exchange the code for tokens').waitFor()
    await expect.poll(async () => (await runOf(screens, id)).position).toBe(7)
    expect((await runOf(screens, id)).known['code']?.value).not.toBe(code)
  })

  test('Alice says no, and is asked again', async () => {
    const { page } = screens
    await openRun(screens, 'authorization-code-pkce', CODE, { to: 'authorization-request' })
    await press(page)
    const agent = await screens.userAgent()
    await agent.getByRole('button', { name: /Alice Adams/ }).click()
    await agent.getByRole('button', { name: 'Deny' }).click()
    await status().getByText('Stopped at “Come back with the code”').waitFor()
    await page.getByText('access_denied').first().waitFor()
    await remedies().getByText('It was up to Alice.').waitFor()
    await remedies().getByRole('button', { name: 'Ask Alice again' }).click()
    await status().getByText('Waiting for Alice').waitFor()
    await (await screens.userAgent()).getByRole('button', { name: 'Allow' }).click()
    await heading('7. Come back with the code').waitFor()
  })

  test('a wrong secret is refused, and put back', async () => {
    const { page } = screens
    await openRun(screens, 'client-credentials', MACHINE, { to: 'token-request' })
    await page.getByText(/^Headers/).click()
    await write('Header authorization', `Basic ${btoa('taxi-finder:wrong')}`)
    await press(page)
    await status().getByText('Stopped at').waitFor()
    await page.getByText('invalid_client').first().waitFor()
    await remedies()
      .getByText(/authorization is not as it was/)
      .waitFor()
    await remedies().getByRole('button', { name: 'Put it back' }).click()
    await press(page)
    await page.getByText('access_token').first().waitFor()
  })

  test('an API wants a scope that was not asked for, and another run asks for it', async () => {
    const { page } = screens
    const id = await openRun(screens, 'client-credentials', { ...MACHINE, scope: [] }, { to: 'call-api' })
    await press(page)
    await status().getByText('Stopped at').waitFor()
    await page.getByText('insufficient_scope').first().waitFor()
    await remedies()
      .getByText(/^The token lacks/)
      .waitFor()
    await remedies()
      .getByRole('button', { name: /^Begin anew, and ask for/ })
      .click()
    await page.waitForURL((url) => !url.pathname.endsWith(id))
    const other = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    expect((await runOf(screens, other)).choice.scope).toHaveLength(1)
  })

  test('an application that nobody has registered is told from one that is', async () => {
    const { page } = screens
    await openRun(screens, 'authorization-code-pkce', CODE, { to: 'authorization-request' })
    screens.expectComplaint(/400 \(Bad Request\)/)
    await write('Value of client_id', 'my-todo')
    await press(page)
    await status().getByText('Stopped at').waitFor()
    await page.getByText('No application has quite this client_id').waitFor()
    await remedies().getByRole('button', { name: 'Put it back' }).click()
    await press(page)
    await status().getByText('Waiting for Alice').waitFor()
  })
})

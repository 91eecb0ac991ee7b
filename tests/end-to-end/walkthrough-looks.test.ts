import { describe, expect, test } from 'vitest'

import { expectAccessible } from './support/accessibility.ts'
import { expectGoodLooks } from './support/looks.ts'
import { takePicture } from './support/picture.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'
import { CODE, message, openRun, steps } from './support/walk.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
  { width: 390, height: 844 },
] as const
const FLOW = 'authorization-code-pkce'

// The desktop app shows the same files; its own browser is looked at elsewhere.
describe.skipIf(noShell || shellName !== 'browser')('how a walkthrough looks', () => {
  const screens = useScreens({ remembered: VISITED, reducedMotion: true })

  test('at each size, in both themes', async () => {
    const { page } = screens
    const id = await openDone()
    const views = [
      ['chooser', '/walkthroughs', 'Between machines'],
      ['setup', `/walkthroughs/${FLOW}`, 'What will travel'],
      ['request', `/walkthroughs/${FLOW}/${id}?step=token-request&tab=request`, 'code_verifier'],
      ['response', `/walkthroughs/${FLOW}/${id}?step=token-request&tab=response`, 'expires_in'],
      ['checks', `/walkthroughs/${FLOW}/${id}?step=check-id-token&tab=response`, 'Checked by the application'],
      ['explain', `/walkthroughs/${FLOW}/${id}?step=consent&tab=explain`, 'About this grant'],
      ['tokens', `/walkthroughs/${FLOW}/${id}?step=token-request&tab=tokens`, 'Signature valid'],
      ['gone', `/walkthroughs/${FLOW}/nonsense`, 'This run is not there'],
    ] as const
    for (const [name, path, text] of views) {
      await screens.goto(path)
      await expectGoodLooks(page, `walkthrough-${name}`, () => page.getByText(text).first().waitFor())
    }
  })

  test.each(['light', 'dark'] as const)(
    'while it waits and when it was refused, %s',
    async (colorScheme) => {
      const { page } = screens
      await page.setViewportSize(SIZES[0])
      await page.emulateMedia({ colorScheme })
      const id = await openRun(screens, FLOW, CODE)
      await screens.call('runs.runTo', { id, step: 'sign-in' })
      await page.getByRole('button', { name: 'Answer for Alice' }).waitFor()
      await (await screens.userAgent()).getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
      await takePicture(page, `walkthrough-waiting-${colorScheme}`)
      await expectAccessible(page)

      const edited = await openRun(screens, FLOW, CODE, { to: 'token-request' })
      const { steps: runs } = await screens.call('runs.get', { id: edited })
      const draft = runs.find((step) => step.id === 'token-request')?.draft
      if (!draft) throw new Error('the token request was not built')
      const headers = draft.headers.map(([name, value]): [string, string] => [name, value])
      const changed = { ...draft, headers, body: `${draft.body}x` }
      await screens.call('runs.edit', { id: edited, step: 'token-request', draft: changed })
      await page.getByText('You changed this request').waitFor()
      await takePicture(page, `walkthrough-edited-${colorScheme}`)
      await expectAccessible(page)
      await screens.call('runs.next', { id: edited })
      await page.getByText('What this means').waitFor()
      await takePicture(page, `walkthrough-refused-${colorScheme}`)
      await expectAccessible(page)
    },
    60_000,
  )

  test('what is current stays in view, and a long one scrolls under its names', async () => {
    const { page } = screens
    await page.setViewportSize(SIZES[1])
    const id = await openDone()
    await screens.goto(`/walkthroughs/${FLOW}/${id}?step=call-api-refused`)
    await steps(page).waitFor()
    const last = message(page, /403 insufficient_scope/)
    await expect.poll(() => last.evaluate(isInView)).toBe(true)
    expect(await page.locator('svg', { hasText: 'Issuer' }).first().evaluate(isInView)).toBe(true)
  })

  async function openDone(): Promise<string> {
    const id = await openRun(screens, FLOW, CODE)
    await screens.call('runs.runTo', { id, answer: true })
    return id
  }
})

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  const card = element.closest('section')?.getBoundingClientRect()
  return card !== undefined && top >= card.top && bottom <= card.bottom
}

import type { Locator } from 'playwright'
import { describe, expect, test } from 'vitest'

import { addressOf, openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('learning', () => {
  const screens = useScreens({ remembered: VISITED, reducedMotion: true })
  const question = (title: string) => screens.page.getByRole('group', { name: title })
  const answer = () => screens.page.getByRole('region', { name: 'Answer', exact: true })
  const topic = (title: string) => screens.page.getByRole('heading', { level: 2, name: title, exact: true })
  const figure = (label: string) => screens.page.getByRole('figure', { name: label })

  /** By Tab alone, as somebody gets there who has no mouse. */
  async function tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await screens.page.keyboard.press('Tab')
    }
    throw new Error('Tab does not get there')
  }

  async function pick(title: string, option: string): Promise<void> {
    const radios = question(title).getByRole('radio')
    await tabTo(radios.first())
    const { keyboard } = screens.page
    const wanted = question(title).getByRole('radio', { name: option, exact: true })
    for (let presses = 0; presses < 8; presses += 1) {
      if (presses === 0) await keyboard.press('Space')
      if (await wanted.isChecked()) return
      await keyboard.press('ArrowDown')
    }
    throw new Error(`the arrow keys do not get to ${option}`)
  }

  test('by keyboard alone, a few questions lead to an answer and to a walkthrough that has begun', async () => {
    const { page } = screens
    await openPlace(screens, '/which-flow', 'Which flow?')
    await page.getByText('The answer will stand here').waitFor()
    await pick('Is a person involved?', 'Yes')
    await pick('What are you building?', 'Native app')
    await pick('What does it need?', 'Both')
    await expect.poll(() => addressOf(screens)).toBe('/which-flow?person=yes&building=native&need=both')
    await answer().getByRole('heading', { name: 'Authorization Code with PKCE' }).waitFor()
    await answer().getByText('RFC 8252 wants exactly this').waitFor()

    const start = answer().getByRole('button', { name: 'Start the walkthrough' })
    await tabTo(start)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Authorization Code with PKCE' }).waitFor()
    await page.getByText('TextApp.io').first().waitFor()
    const [run] = (await screens.call('runs.list', {})).items
    expect(run?.choice).toMatchObject({ client_id: 'text-app', scope: ['read:contacts'] })
    await expect.poll(() => addressOf(screens)).toBe(`/walkthroughs/authorization-code-pkce/${run?.id}`)
  })

  test('an answer is shared by its address, taken back by going back, and set up before it starts', async () => {
    const { page } = screens
    await openPlace(screens, '/which-flow?person=no', 'Which flow?')
    await answer().getByRole('heading', { name: 'Client Credentials' }).waitFor()
    await question('Is a person involved?').getByText('Yes', { exact: true }).click()
    await question('What are you building?').getByText('Agent').click()
    await answer()
      .getByRole('heading', { name: /found by metadata/ })
      .waitFor()
    await page.goBack()
    await page.getByText('The answer will stand here').waitFor()
    expect(await question('What are you building?').getByRole('radio', { checked: true }).count()).toBe(0)
    await page.goForward()
    await answer().getByRole('link', { name: 'Set it up first' }).click()
    await expect.poll(() => addressOf(screens)).toMatch(/^\/walkthroughs\/mcp\?client=helper&api=/)
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  })

  test('what an old address says and nobody asks is left out', async () => {
    await openPlace(screens, '/which-flow?person=no&building=spa&need=perhaps', 'Which flow?')
    await answer().getByRole('heading', { name: 'Client Credentials' }).waitFor()
    expect(await screens.page.getByRole('group', { name: 'What are you building?' }).count()).toBe(0)
  })

  test('the abstract flow is gone through by buttons and by keys, and each message has an address', async () => {
    const { page } = screens
    await openPlace(screens, '/concepts/six-messages', 'Concepts')
    const flow = figure('The abstract flow')
    await flow.getByText('Message 1 of 6').waitFor()
    await flow.getByRole('button', { name: 'Next' }).click()
    await flow.getByText('Authorization grant').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/concepts/six-messages?message=2')
    await page.keyboard.press('ArrowRight')
    await flow.getByText('CalendarApp takes the grant to the issuer').waitFor()
    await flow.getByRole('button', { name: /Organizer API to CalendarApp: appointments/ }).click()
    await flow.getByText('Message 6 of 6').waitFor()
    await page.reload()
    await flow.getByText('Message 6 of 6').waitFor()
    await flow.getByRole('button', { name: 'Again' }).click()
    await flow.getByText('Message 1 of 6').waitFor()
  })

  test('the topics are read one after the other, and each leads on to a walkthrough and to the reference', async () => {
    const { page } = screens
    await openPlace(screens, '/concepts', 'Concepts')
    await topic('The valet key').waitFor()
    await page.getByRole('link', { name: 'Next topic: Who takes part' }).click()
    await topic('Who takes part').waitFor()
    expect(await page.getByRole('list', { name: 'The five who take part' }).getByRole('listitem').count()).toBe(5)
    await page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: 'Tokens', exact: true }).click()
    await topic('Tokens').waitFor()
    await page.getByText('Whom the token is for.').waitFor()
    await page.getByRole('link', { name: 'Refresh, and set off the alarm' }).click()
    await page.getByRole('heading', { level: 1, name: 'Refresh' }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: 'id_token', exact: true }).click()
    await expect.poll(() => addressOf(screens)).toBe('/reference/id_token')
  })

  test('scopes are those that the API has now', async () => {
    await openPlace(screens, '/concepts/scopes', 'Concepts')
    const row = screens.page.getByRole('row').filter({ hasText: 'delete:tasks' })
    await row.getByText('MyTodos.io').waitFor()
    expect(await row.getByText('CalendarApp').count()).toBe(0)
  })

  test('a topic is found in the palette, by what somebody would call it', async () => {
    const { page } = screens
    await openPlace(screens, '/concepts/nothing', 'Concepts')
    await page.getByText('There is no such topic').waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('backend for frontend')
    // The walkthrough of that name has a verdict beside it.
    await page.getByRole('option', { name: 'Cookies instead of tokens', exact: true }).click()
    await topic('Cookies instead of tokens').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/concepts/cookies')
  })
})

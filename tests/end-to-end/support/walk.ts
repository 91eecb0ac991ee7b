import type { Frame, Locator, Page } from 'playwright'
import { expect } from 'vitest'

import type { Choice } from '#shared/flows/flow.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import type { Screens } from './screens.ts'

export const CODE: Choice = {
  client_id: 'my-todos',
  api: 'https://organizer.test/api',
  scope: ['read:tasks'],
  layers: ['openid', 'iss'],
  user: 'alice',
}

interface Opening {
  /** Walked to past the screens, the playground answering. */
  readonly to?: string
}

/** Begins a walkthrough that nobody has signed in for yet, and shows it. */
export async function openRun(screens: Screens, flow: string, choice: Choice, { to }: Opening = {}): Promise<string> {
  await screens.call('reset', { options: { keep: ['clients', 'apis', 'users', 'settings', 'exchanges'] } })
  const { id } = await screens.call('runs.create', { flow, choice: toInput(choice) })
  if (to !== undefined) await screens.call('runs.runTo', { id, step: to, answer: true })
  await screens.goto(`/walkthroughs/${flow}/${id}`)
  await screens.page.getByRole('button', { name: 'Back', exact: true }).waitFor()
  return id
}

function toInput({ scope, layers, ...choice }: Choice) {
  return { ...choice, scope: [...scope], layers: [...layers] }
}

export function steps(page: Page): Locator {
  return page.getByRole('list', { name: 'Steps', exact: true })
}

export function stepButton(page: Page, title: string): Locator {
  return steps(page).getByRole('button').filter({ hasText: title })
}

/** The one button that goes on, whatever it says now. */
export function nextButton(page: Page): Locator {
  return page.getByRole('button', { name: /^(Next step|Send it|Send it again|Take it again)/ })
}

export function message(page: Page, name: RegExp | string): Locator {
  return page.getByRole('list', { name: 'What travels' }).getByRole('button', { name })
}

/** Presses on until the step of this title is the one that is looked at. */
export async function goOnTo(page: Page, title: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 2, name: new RegExp(`^\\d+\\. ${title}$`) })
  for (let presses = 0; presses < 40; presses++) {
    await idle(page)
    if (await heading.isVisible()) return
    await press(page)
  }
  throw new Error(`the walk did not come to ${title}`)
}

/** One press, and what comes of it is there: another step, or what came of this one. */
export async function press(page: Page): Promise<void> {
  await idle(page)
  const before = await page.evaluate(readWhereabouts)
  await nextButton(page).click()
  await waitForOther(page, before)
}

export async function waitForOther(page: Page, before: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(readWhereabouts), { interval: 20 })
    .toSatisfy((now: string) => now !== before && !now.includes('At work'))
}

/** Nothing is under way, so a press is not swallowed. */
export async function idle(page: Page): Promise<void> {
  await page.locator('footer:not(:has([aria-busy=true]))').waitFor()
}

/** Which step, which tab of it, and what the foot says. */
export function readWhereabouts(): string {
  const texts = ['[role=tabpanel] h2', '[role=tab][aria-selected=true]', 'footer output']
  return texts.map((selector) => document.querySelector(selector)?.textContent ?? '').join('|')
}

/** Signs Alice in and allows everything, on the issuer's own pages. */
export async function signInAsAlice(agent: Page | Frame): Promise<void> {
  await agent.getByRole('button', { name: /Alice Adams/ }).click()
  await agent.getByRole('button', { name: 'Allow' }).click()
}

export async function runOf(screens: Screens, id: string): Promise<FlowRun> {
  return await screens.call('runs.get', { id })
}

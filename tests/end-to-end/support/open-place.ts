import type { Locator } from 'playwright'

import type { Screens } from './screens.ts'

/** Loads an address and waits for the title of its place. */
export async function openPlace(screens: Screens, path: string, title: string): Promise<void> {
  await screens.goto(path)
  await placeTitle(screens, title).waitFor()
}

export function placeTitle({ page }: Screens, title: string): Locator {
  return page.getByRole('heading', { level: 1, name: title, exact: true })
}

/** Path and query of what the person sees. */
export function addressOf({ page }: Screens): string {
  const { pathname, search } = new URL(page.url())
  return pathname + search
}

/** What is in the clipboard after the press of a copy button. */
export async function copiedBy(screens: Screens, button: Locator): Promise<string> {
  const { page } = screens
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await button.click()
  await page.getByRole('status').filter({ hasText: 'Copied' }).first().waitFor({ state: 'attached' })
  return await page.evaluate(() => navigator.clipboard.readText())
}

/** A word of the address, of an id or of a button's name in a pattern of its own. */
export function literally(text: string): RegExp {
  return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
}

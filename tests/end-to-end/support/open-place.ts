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

/** What is in the clipboard after the press of a copy button; pasted, since a page may not read it. */
export async function copiedBy({ page }: Screens, button: Locator): Promise<string> {
  await button.click()
  await page.getByRole('status').filter({ hasText: 'Copied' }).first().waitFor({ state: 'attached' })
  await page.evaluate(() => {
    const area = document.body.appendChild(document.createElement('textarea'))
    area.id = 'pasted-by-test'
    area.focus()
  })
  await page.keyboard.press('Control+V')
  return await page.evaluate(() => {
    const area = document.querySelector<HTMLTextAreaElement>('#pasted-by-test')
    area?.remove()
    return area?.value ?? ''
  })
}

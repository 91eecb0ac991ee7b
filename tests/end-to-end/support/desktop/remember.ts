import type { Page } from 'playwright'

/** The window opened by itself, so what is to be remembered is written late, and the screens begin anew. */
export async function rememberInPage(page: Page, entries: Readonly<Record<string, string>> = {}): Promise<void> {
  if (Object.keys(entries).length === 0) return
  await page.evaluate((remembered) => {
    for (const [key, value] of Object.entries(remembered)) localStorage.setItem(key, value)
  }, entries)
  await page.reload()
}

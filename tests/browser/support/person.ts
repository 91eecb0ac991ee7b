/** What a person does in the browser. */
import type { Frame, Page } from 'playwright'

import type { SampleApp } from './sample-app.ts'

export async function visit(page: Page, app: SampleApp, settings: object = {}): Promise<void> {
  await page.goto(`${app.origin}/?settings=${encodeURIComponent(JSON.stringify(settings))}`)
  await status(page, /^signed (in|out)$/)
}

export async function press(page: Page | Frame, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: typeof name === 'string' }).click()
}

export async function pickUser(page: Page | Frame, name = 'Alice Adams'): Promise<void> {
  await press(page, new RegExp(`Sign in as ${name}`))
}

/** The first time: sign-in page, consent page, and back. */
export async function signIn(page: Page, app: SampleApp, settings: object = {}): Promise<void> {
  await visit(page, app, settings)
  await press(page, 'Sign in')
  await pickUser(page)
  await press(page, 'Allow')
  await status(page, 'signed in')
}

/** Waits until the application says so, and gives its words. */
export async function status(page: Page | Frame, text: string | RegExp): Promise<string> {
  const pattern = typeof text === 'string' ? new RegExp(`^${text}$`) : text
  const line = page.getByRole('status').filter({ hasText: pattern })
  await line.waitFor().catch(async (cause: unknown) => {
    const seen = await page.locator('body').innerText()
    throw new Error(`waited for ${pattern} at ${page.url()}, where it says: ${seen.slice(0, 500)}`, { cause })
  })
  return line.innerText()
}

export interface ShownUser {
  readonly access_token: string
  readonly token_type: string
  readonly id_token?: string
  readonly refresh_token?: string
  readonly scope: string
  readonly expires_at: number
  readonly profile: Readonly<Record<string, unknown>>
  readonly state?: unknown
  readonly url_state?: string
}

export async function shownUser(page: Page): Promise<ShownUser> {
  return JSON.parse((await page.locator('#user').textContent()) ?? '') as ShownUser
}

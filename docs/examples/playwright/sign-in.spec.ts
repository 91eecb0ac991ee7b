import { expect, test as base } from '@playwright/test'
import { startValetKey } from 'valetkey'
import { startApp } from '../app/app.ts'
import { config } from '../app/config.ts'

/** One issuer and one application for each worker, each on a free port, so that workers do not meet. */
const test = base.extend<object, { app: { readonly url: string } }>({
  app: [
    // Playwright reads from the first parameter which fixtures are wanted: none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const issuer = await startValetKey({ config })
      const app = await startApp({ issuer: issuer.url, clientId: 'app', clientSecret: 'app-secret' })
      await use(app)
      await app.close()
      await issuer.close()
    },
    { scope: 'worker' },
  ],
})

// A Chromium of the machine's own, when CHROMIUM names one.
const executablePath = process.env['CHROMIUM']
test.use({ launchOptions: executablePath === undefined ? {} : { executablePath } })

test('Alice signs in and is greeted by her name', async ({ page, app }) => {
  await page.goto(app.url)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: /Alice/ }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByText('Hello, Alice Adams')).toBeVisible()
})

test('Alice says no, and the application is told', async ({ page, app }) => {
  await page.goto(`${app.url}/sign-in`)
  await page.getByRole('button', { name: /Alice/ }).click()
  await page.getByRole('button', { name: /Deny|Refuse|No/ }).click()
  await expect(page).toHaveURL(/error=access_denied/)
})

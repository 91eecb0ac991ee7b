import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

import { expectAccessible } from './support/accessibility.ts'
import { addressOf, copiedBy } from './support/open-place.ts'
import { isStandIn, noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'
import { CODE, openRun, stepButton } from './support/walk.ts'

describe.skipIf(noShell || isStandIn)('a step as a program', () => {
  const screens = useScreens({ remembered: VISITED })
  const code = () => screens.page.getByRole('figure', { name: 'code' })

  test('is copied, run in a shell, and answered', async () => {
    const { page } = screens
    await openRun(screens, 'authorization-code-pkce', CODE, { to: 'token-request' })
    await page.getByRole('tab', { name: 'Code' }).click()
    await page.getByText('It holds codes, tokens and passwords as they are').waitFor()
    await expectAccessible(page)

    const command = await copiedBy(screens, page.getByRole('button', { name: 'Copy code' }))
    expect(command).toContain('-d grant_type=authorization_code')
    const { stdout } = await promisify(execFile)('sh', ['-c', command])
    expect(stdout).toContain('HTTP/1.1 200')
    expect(stdout).toContain('"access_token"')
  })

  test('is in the language that the address names', async () => {
    const { page } = screens
    await page.getByRole('combobox', { name: 'Written for' }).selectOption('Python (requests)')
    await code().getByText('import requests').waitFor()
    await expect.poll(() => addressOf(screens)).toMatch(/[?&]code=python/)
    await page.reload()
    await code().getByText('import requests').waitFor()
  })

  test('is an address where the browser is sent, and nothing where nothing is', async () => {
    const { page } = screens
    await stepButton(page, 'Send the user to authorize').click()
    await code().getByText('webbrowser').first().waitFor()
    await stepButton(page, 'Make a state').click()
    await page.getByText('This step sends nothing of its own').waitFor()
    await stepButton(page, 'Call the API').click()
    await page.getByText('It is not built yet').waitFor()
  })
})

/** What the other suites here rest on, in each of the shells. */
import { describe, expect, it } from 'vitest'

import { noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

describe.skipIf(noShell)('the screens of a running program', () => {
  const screens = useScreens({ remembered: VISITED, path: '/users', colorScheme: 'dark' })
  const heading = (name: string) => screens.page.getByRole('heading', { level: 1, name }).waitFor()

  it('begin at an address, in the theme of the system, as someone who was here before left them', async () => {
    await heading('Users')
    const isDark = () => screens.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    expect(await isDark()).toBe(true)
    for (const [key, value] of Object.entries(VISITED)) {
      expect(await screens.page.evaluate((name) => localStorage.getItem(name), key)).toBe(value)
    }
  })

  it('can be asked past the page, and refuse in the program’s words', async () => {
    const shell = await screens.call('shell.get', {})
    expect(shell).toMatchObject({ kind: screens.shell === 'browser' ? 'headless' : 'desktop' })
    expect(shell.program).toMatchObject({ state: 'running', issuer: screens.program.issuer })
    const asked = screens.call('users.get', { username: 'nobody' })
    await expect(asked).rejects.toMatchObject({ code: 'not_found' })
  })

  it('are there again, where they were and with what they held, when the program starts again', async () => {
    await screens.call('users.create', { user: { username: 'dora', password: 'dora', claims: { name: 'Dora Doe' } } })
    await screens.goto('/users/dora')
    const { issuer } = screens.program
    await screens.restart()
    expect(screens.program.issuer).toBe(issuer)
    await heading('Users')
    expect(new URL(screens.page.url()).pathname).toBe('/users/dora')
    await screens.page.getByText('Dora Doe').first().waitFor()
  })

  it('fail the test with what the browser complains of', async () => {
    await screens.page.evaluate(() => console.error('on purpose'))
    await expect.poll(() => whatIsComplained()).toContain('on purpose')
  })

  function whatIsComplained(): string {
    try {
      screens.assertNoComplaints()
      return ''
    } catch (error) {
      return String(error)
    }
  }
})

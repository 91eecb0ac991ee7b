import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

import { ask } from './support/converse.ts'
import { addressOf, copiedBy, openPlace, placeTitle } from './support/open-place.ts'
import { noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const run = promisify(execFile)

describe.skipIf(noShell)('the overview', () => {
  const screens = useScreens({ remembered: VISITED })

  test('says where to point an application, ready to be copied', async () => {
    await openPlace(screens, '/', 'Overview')
    const { issuer } = screens.program
    expect(await copiedBy(screens, screens.page.getByRole('button', { name: 'Copy Issuer', exact: true }))).toBe(issuer)
    const discovery = await copiedBy(screens, screens.page.getByRole('button', { name: 'Copy Discovery', exact: true }))
    const metadata = (await (await fetch(discovery)).json()) as Record<string, unknown>
    for (const [name, member] of ENDPOINTS) {
      const button = screens.page.getByRole('button', { name: `Copy ${name}`, exact: true })
      expect(await copiedBy(screens, button)).toBe(metadata[member])
    }
  })

  test('gives a command that gets a token as it stands', async () => {
    await openPlace(screens, '/', 'Overview')
    const command = await copiedBy(screens, screens.page.getByRole('button', { name: 'Copy a first token' }))
    const { stdout } = await run('sh', ['-c', command.replace('curl', 'curl --silent')])
    expect(JSON.parse(stdout)).toMatchObject({ token_type: 'Bearer', scope: 'geocode' })
  })

  test('shows what passes as it passes, and leads to it', async () => {
    await openPlace(screens, '/', 'Overview')
    const list = screens.page.getByRole('list', { name: 'The last exchanges, newest first' })
    await ask(screens.program.issuer, 'overview')
    await list.getByRole('link', { name: /word=overview/ }).click()
    await placeTitle(screens, 'Traffic').waitFor()
    await expect.poll(() => addressOf(screens)).toMatch(/^\/traffic\/\d+$/)
    await screens.page.getByText('overview', { exact: true }).waitFor()
  })

  test('names the applications with where they are redirected, and opens one', async () => {
    await openPlace(screens, '/', 'Overview')
    const row = screens.page.getByRole('row', { name: /MyTodos\.io/ })
    expect(await row.textContent()).toContain('http://localhost:4401/callback and 3 more')
    await row.getByRole('link').click()
    await placeTitle(screens, 'Applications').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/applications/my-todos')
  })

  test('names the users with their passwords, as the sign-in page does', async () => {
    await openPlace(screens, '/', 'Overview')
    const users = screens.page.getByRole('table', { name: 'Users and their passwords' })
    await users.getByRole('row', { name: /carol.*carol.*second factor/ }).waitFor()
    expect(await users.getByRole('row').count()).toBe(5)
  })

  test('follows what changes: a user who is removed is gone', async () => {
    await openPlace(screens, '/', 'Overview')
    const users = screens.page.getByRole('table', { name: 'Users and their passwords' })
    await users.getByRole('row', { name: /mallory/ }).waitFor()
    await screens.call('users.remove', { username: 'mallory' })
    await users.getByRole('row', { name: /mallory/ }).waitFor({ state: 'detached' })
  })
})

const ENDPOINTS = [
  ['Authorization', 'authorization_endpoint'],
  ['Token', 'token_endpoint'],
  ['UserInfo', 'userinfo_endpoint'],
  ['Keys', 'jwks_uri'],
] as const

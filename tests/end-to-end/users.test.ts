import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

import { totpCode } from '../../electron/core/issuer/interactions/totp.ts'
import { signIn } from '../protocol/browser.ts'
import { discover } from '../protocol/support.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expectGoodLooks } from './support/looks.ts'
import { addressOf, openPlace } from './support/open-place.ts'
import { takePicture } from './support/picture.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('a user', () => {
  const screens = useScreens({ remembered: VISITED })
  const detail = () => screens.page.getByRole('region', { name: 'User', exact: true })
  const field = (name: string) => detail().getByRole('textbox', { name, exact: true })
  const button = (name: string) => screens.page.getByRole('button', { name, exact: true })
  const toast = (text: RegExp) => screens.page.getByRole('listitem').filter({ hasText: text }).first()
  const tab = (name: string) => detail().getByRole('tab', { name, exact: true }).click()
  const user = async (username: string) =>
    (await screens.call('users.get', { username, secrets: true }).catch(() => undefined))?.value

  test('is added by keyboard, and what is wrong is said at its field', async () => {
    await openPlace(screens, '/users', 'Users')
    await screens.page.getByRole('link', { name: 'New user' }).press('Enter')
    await field('User name').waitFor()
    for (const [typed, said] of [
      ['', 'printable ASCII'],
      ['zoë 😀', 'printable ASCII'],
      ['x'.repeat(256), 'at most 255 characters'],
      ['alice', 'is there already'],
    ] as const) {
      await field('User name').fill(typed)
      await field('User name').press('Enter')
      await detail().getByText(said).waitFor()
    }
    await field('User name').fill('erin')
    await field('Name').fill('<script>alert(1)</script> 😀')
    await field('E-mail address').fill('erin@example.test')
    await field('E-mail address').press('Enter')
    await toast(/erin was added/).waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/users/erin?tab=edit')
    expect(await user('erin')).toMatchObject({ password: 'erin', claims: { name: '<script>alert(1)</script> 😀' } })
  })

  test('is one draft, as a form and as JSON, in which nothing unknown is lost', async () => {
    const claims = { name: 'Erin', email_verified: 'true', team: { colour: 'blue' } }
    await screens.call('users.replace', { username: 'erin', user: { claims } })
    await openPlace(screens, '/users/erin?tab=edit', 'Users')
    await field('birthdate').fill('30.2.1990')
    await detail().getByText('YYYY-MM-DD').waitFor()
    await field('birthdate').fill('1990-02-28')
    await detail().getByRole('combobox', { name: 'email_verified' }).selectOption('false')
    await field('New password').fill('a new one')
    await detail().locator('label').getByText('JSON', { exact: true }).click()
    const json = field('The user as JSON')
    const typed: unknown = JSON.parse(await json.inputValue())
    expect(typed).toEqual({
      username: 'erin',
      password: 'a new one',
      claims: { ...claims, email_verified: false, birthdate: '1990-02-28' },
    })
    await json.fill('[]')
    await detail().getByText('A user is an object with claims').waitFor()
    await json.fill(JSON.stringify({ ...(typed as object), claims: { name: 'Erin E', team: 7 } }))
    await detail().locator('label').getByText('Form', { exact: true }).click()
    expect(await field('name').inputValue()).toBe('Erin E')
    await screens.page.keyboard.press('Control+s')
    await toast(/Erin.* saved/).waitFor()
    expect(await user('erin')).toMatchObject({ password: 'a new one', claims: { name: 'Erin E', team: 7 } })
    expect(await field('New password').inputValue()).toBe('')
    await toast(/Erin.* saved/)
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect.poll(() => user('erin')).toMatchObject({ password: 'erin', claims })
  })

  test('gets a second factor: a picture, an address, and the code of this moment, and loses it again', async () => {
    await openPlace(screens, '/users/erin', 'Users')
    await button('Switch on').click()
    await button('Show the QR code').click()
    await detail().getByRole('img', { name: 'QR code to add Erin to an authenticator app' }).waitFor()
    const secret = (await user('erin'))?.secondFactor?.totpSecret ?? ''
    await detail().getByText(`otpauth://totp/Valet%20Key:erin?secret=${secret}&issuer=Valet%20Key`).waitFor()
    const now = Date.now() / 1000
    await detail()
      .getByText(new RegExp([now, now + 30].map((moment) => totpCode(secret, moment)).join('|')))
      .waitFor()
    await button('Switch off…').click()
    await screens.page.getByRole('alertdialog').getByRole('button', { name: 'Switch off' }).click()
    await button('Switch on').waitFor()
    await toast(/no second factor any more/)
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect.poll(async () => (await user('erin'))?.secondFactor?.totpSecret).toBe(secret)
  })

  test('is signed in to the browser of the playground at one press', async () => {
    await openPlace(screens, '/users/bob', 'Users')
    await button('Sign in as Bob Brandt').click()
    const frame = screens.page.frameLocator('iframe')
    await frame.getByRole('heading', { name: 'Signed in as Bob Brandt' }).waitFor()
    const { items } = await screens.call('sessions.list', { user: 'bob' })
    expect(items).toHaveLength(1)
    await screens.page.getByRole('link', { name: /^Users/ }).click()
    await screens.page.getByRole('option', { name: /^Bob/ }).click()
    await tab('Sessions and grants')
    await detail()
      .getByRole('button', { name: /Sign out the session/ })
      .click()
    await screens.page.getByRole('alertdialog').getByText('asks for the password again').waitFor()
    await screens.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
    await detail().getByText('Signed in nowhere.').waitFor()
  })

  test('says what each scope would release to which application', async () => {
    await openPlace(screens, '/users/alice?tab=claims', 'Users')
    await detail().getByRole('combobox', { name: 'Application' }).selectOption('calendar-app')
    await detail()
      .getByRole('table', { name: 'What each scope releases' })
      .getByRole('row', { name: /^email email, email_verified/ })
      .waitFor()
  })

  test('is duplicated and deleted, and comes back with what was allowed', async () => {
    await signIn(
      await discover(screens.program.issuer, 'my-todos'),
      { scope: 'openid', redirect_uri: 'http://localhost:5173/callback' },
      { user: 'mallory' },
    )
    await openPlace(screens, '/users/mallory', 'Users')
    await button('More for Mallory Marsh').click()
    await screens.page.getByRole('menuitem', { name: 'Duplicate' }).click()
    await expect.poll(() => addressOf(screens)).toBe('/users/mallory-2?tab=edit')
    await openPlace(screens, '/users/mallory', 'Users')
    await button('More for Mallory Marsh').click()
    await screens.page.getByRole('menuitem', { name: 'Delete' }).click()
    await screens.page.getByRole('alertdialog').getByText('1 session and 1 grant end').waitFor()
    await screens.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => user('mallory')).toBeUndefined()
    await toast(/deleted/)
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect.poll(() => user('mallory')).toBeDefined()
    expect((await screens.call('grants.list', { user: 'mallory' })).items).toHaveLength(1)
  })

  test('comes with nine others who are made up, and goes with them', async () => {
    await openPlace(screens, '/users', 'Users')
    const before = (await screens.call('users.list', {})).items.length
    await button('More for users').click()
    await screens.page.getByRole('menuitem', { name: /Make up ten users/ }).click()
    await screens.page.getByRole('option', { name: /田中 結希/ }).waitFor()
    await toast(/10 users were made up/)
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect.poll(async () => (await screens.call('users.list', {})).items.length).toBe(before)
  })

  test('is imported once it was said what would change, and exported without its password', async () => {
    await openPlace(screens, '/users', 'Users')
    await button('More for users').click()
    await screens.page.getByRole('menuitem', { name: /Import/ }).click()
    const file = 'username,name,roles\nfrida,Frida,admin;editor\nalice,Alice A,\nfrida,Twice,\nzoë,Zoë,'
    await screens.page
      .getByLabel('File with users')
      .setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await detail().getByText('2 refused, 1 changed, 1 added').waitFor()
    await detail()
      .getByRole('row', { name: /^zoë Refuse username: found/ })
      .waitFor()
    await detail()
      .getByRole('row', { name: /^alice Change Other: claims\.name Taken away: claims\.address/ })
      .waitFor()
    expect(await user('frida')).toBeUndefined()
    await expectAccessible(screens.page)
    await takePicture(screens.page, 'users/import')
    await detail().getByText('stays', { exact: true }).click()
    await button('Add 1').click()
    await toast(/1 user added/).waitFor()
    expect((await user('frida'))?.claims).toEqual({ name: 'Frida', roles: ['admin', 'editor'] })
    expect((await user('alice'))?.claims['name']).not.toBe('Alice A')

    await openPlace(screens, '/users?do=export', 'Users')
    const [saved] = await Promise.all([screens.page.waitForEvent('download'), button('Save the file').click()])
    const text = await readFile(await saved.path(), 'utf8')
    expect(text).toContain('"frida"')
    expect(text).not.toMatch(/password|totpSecret/)
  })

  test('is edited in a form that is accessible and keeps within the window', async () => {
    await openPlace(screens, '/users/alice?tab=edit', 'Users')
    await field('family_name').waitFor()
    // By its text: to look for a role styles what is closed as well, and its transitions would never end.
    await expectGoodLooks(screens.page, 'users/edit', () => screens.page.getByText('family_name').waitFor())
  })

  test('with a second factor is accessible, its picture shown', async () => {
    await openPlace(screens, '/users/carol', 'Users')
    await expectGoodLooks(screens.page, 'users/second-factor', async () => {
      await button('Switch off…').waitFor()
      // In a narrow window it is another screen, which shows no secret of itself.
      if ((await detail().getByRole('img').count()) === 0) await button('Show the QR code').click()
      await detail().getByRole('img').waitFor()
    })
  })
})

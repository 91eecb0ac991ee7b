import { describe, expect, it } from 'vitest'

import { pickUser, press, shownUser, signIn, status, visit } from './support/person.ts'
import { noChromium, useWorld } from './support/world.ts'

describe.skipIf(noChromium)('single sign-on and sign-out with oidc-client-ts', () => {
  const world = useWorld()

  it('lets the second app in without a password, and without a page once consent is given', async () => {
    const page = await world.newPage()
    await signIn(page, world.notes)
    await visit(page, world.diary)
    await press(page, 'Sign in')
    await page.getByRole('heading', { name: 'Diary asks for access' }).waitFor()
    await press(page, 'Allow')
    await status(page, 'signed in')
    const first = await shownUser(page)
    await press(page, 'Sign in')
    await page.waitForURL(`${world.diary.origin}/callback**`)
    await status(page, 'signed in')
    expect((await shownUser(page)).profile).toMatchObject({ sub: first.profile['sub'] })
  })

  it('asks, signs out at the issuer, and brings the state back', async () => {
    const page = await world.newPage()
    await signIn(page, world.notes)
    await press(page, 'Sign out')
    await page.getByRole('heading', { name: 'Sign out?' }).waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(/Alice Adams[\s\S]*Notes/)
    await press(page, 'Sign out')
    await status(page, /^signed out, state \{"note":8\}$/)

    await visit(page, world.notes)
    await press(page, 'Renew')
    await status(page, 'failed: login_required')
    await press(page, 'Sign in')
    await pickUser(page, 'Bob Brandt')
    await press(page, 'Allow')
    await status(page, 'signed in')
    expect((await shownUser(page)).profile).toMatchObject({ sub: 'bob' })
  })

  it('ends the session for the other app too', async () => {
    const page = await world.newPage()
    await signIn(page, world.notes)
    await press(page, 'Sign out')
    await press(page, 'Sign out')
    await status(page, /^signed out/)
    await visit(page, world.diary)
    await press(page, 'Renew')
    await status(page, 'failed: login_required')
  })

  it('goes back just the same when the person stays signed in, and the app has to ask for consent again', async () => {
    const page = await world.newPage()
    await signIn(page, world.notes)
    await press(page, 'Sign out')
    await press(page, 'Stay signed in')
    await status(page, /^signed out, state/)
    await press(page, 'Sign in')
    await page.getByRole('heading', { name: 'Notes asks for access' }).waitFor()
    await press(page, 'Allow')
    await status(page, 'signed in')
  })
})

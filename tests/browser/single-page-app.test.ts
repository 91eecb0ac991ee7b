import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'

import { pickUser, press, shownUser, signIn, status, visit } from './support/person.ts'
import { noChromium, useWorld } from './support/world.ts'

describe.skipIf(noChromium)('a single-page app with oidc-client-ts', () => {
  const world = useWorld()

  it('signs Alice in, with her profile and what the app had on its mind', async () => {
    const page = await world.newPage()
    await signIn(page, world.notes)
    const user = await shownUser(page)
    expect(user.profile).toMatchObject({ sub: 'alice', name: 'Alice Adams', email: 'alice@organizer.test' })
    expect(user).toMatchObject({ token_type: 'Bearer', state: { note: 7 }, url_state: 'where-i-was' })
    expect(user).not.toHaveProperty('refresh_token')
    expect(new URL(page.url()).searchParams.get('iss')).toBe(world.issuer)
  })

  it('loads the user information from another origin', async () => {
    const page = await world.newPage()
    await signIn(page, world.notes, { loadUserInfo: true, scope: 'openid phone address' })
    expect((await shownUser(page)).profile).toMatchObject({
      phone_number: '+44 20 7946 0101',
      address: { country: 'GB' },
    })
  })

  it('calls the API from another origin, and is told what is wrong with a revoked token', async () => {
    const page = await world.newPage()
    await signIn(page, world.notes)
    await press(page, 'Call the API')
    expect(await status(page, /^called/)).toMatch(/^called: \d+ contacts$/)
    world.expectComplaint(/status of 401.*\/apis\/organizer\/contacts/)
    await press(page, 'Revoke')
    await status(page, 'signed in')
    await press(page, 'Call the API')
    expect(await status(page, /^refused/)).toMatch(/^refused: 401 Bearer .*error="invalid_token"/)
  })

  it.each(['query', 'fragment'] as const)('takes the answer in the %s', async (response_mode) => {
    const page = await world.newPage()
    await signIn(page, world.notes, { response_mode })
    const { search, hash } = new URL(page.url())
    expect(response_mode === 'query' ? search : hash).toContain('code=')
  })

  it('signs in with a popup', async () => {
    const page = await world.newPage()
    await visit(page, world.notes)
    const [popup] = await Promise.all([page.waitForEvent('popup'), press(page, 'Sign in with a popup')])
    await pickUser(popup, 'Bob Brandt')
    await Promise.all([popup.waitForEvent('close'), press(popup, 'Allow')])
    await status(page, 'signed in')
    expect((await shownUser(page)).profile).toMatchObject({ sub: 'bob' })
  })

  it('is told when the person closes the popup', async () => {
    const page = await world.newPage()
    await visit(page, world.notes)
    const [popup] = await Promise.all([page.waitForEvent('popup'), press(page, 'Sign in with a popup')])
    await popup.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
    await popup.close()
    await status(page, 'failed: Popup closed by user')
  })

  it('is told when the person denies, and when the person turns back before signing in', async () => {
    const page = await world.newPage()
    await visit(page, world.notes)
    await press(page, 'Sign in')
    await press(page, /^Cancel/)
    await status(page, 'failed: access_denied')
    await press(page, 'Sign in')
    await pickUser(page)
    await press(page, 'Deny')
    await status(page, 'failed: access_denied')
  })

  it('gets less when the person unticks a permission', async () => {
    const page = await world.newPage()
    await visit(page, world.notes)
    await press(page, 'Sign in')
    await pickUser(page)
    await page.getByRole('checkbox', { name: /contacts/i }).uncheck()
    await press(page, 'Allow')
    await status(page, 'signed in')
    expect((await shownUser(page)).scope.split(' ').sort()).toEqual(['email', 'openid', 'profile'])
    world.expectComplaint(/status of 403.*\/apis\/organizer\/contacts/)
    await press(page, 'Call the API')
    expect(await status(page, /^refused/)).toContain('scope="read:contacts"')
  })

  it('binds its tokens to a key of the browser, with the nonce that the issuer asks for', async () => {
    const page = await world.newPage()
    world.expectComplaint(/status of 400.*\/token/)
    await signIn(page, world.notes, { client_id: 'bound-notes', dpop: { bind_authorization_code: true } })
    const { token_type, access_token } = await shownUser(page)
    expect(token_type).toBe('DPoP')
    expect(decodeJwt(access_token)['cnf']).toEqual({ jkt: expect.any(String) })
    await press(page, 'Call the API')
    await status(page, /^called/)
  })

  it('shows what a password grant gives', async () => {
    const page = await world.newPage()
    await visit(page, world.notes, { client_id: 'old-notes' })
    await press(page, 'Sign in with a password')
    await status(page, 'signed in')
    expect((await shownUser(page)).profile).toMatchObject({ sub: 'alice' })
  })
})

import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'

import { press, shownUser, signIn, status, visit } from './support/person.ts'
import { noChromium, useWorld } from './support/world.ts'

const OFFLINE = { scope: 'openid profile offline_access read:contacts' }

describe.skipIf(noChromium)('renewing tokens with oidc-client-ts', () => {
  const world = useWorld()

  it.each([
    ['asked for offline_access', 'notes', OFFLINE],
    ['is given refresh tokens always', 'diary', {}],
  ] as const)('uses a refresh token when the app %s', async (_why, app, settings) => {
    const page = await world.newPage()
    await signIn(page, world[app], settings)
    const before = await shownUser(page)
    const frames: string[] = []
    page.on('frameattached', (frame) => frames.push(frame.url()))
    await press(page, 'Renew')
    await status(page, 'signed in')
    const after = await shownUser(page)
    expect(after.access_token).not.toBe(before.access_token)
    expect(after.refresh_token).not.toBe(before.refresh_token)
    expect(after.profile).toMatchObject({ sub: 'alice' })
    expect(frames).toEqual([])
    await press(page, 'Call the API')
    await status(page, /^called/)
  })

  it('uses a hidden frame when the app has no refresh token', async () => {
    const page = await world.newPage()
    await signIn(page, world.notes)
    const before = await shownUser(page)
    const silent = page.waitForRequest((request) => new URL(request.url()).searchParams.get('prompt') === 'none')
    await press(page, 'Renew')
    expect((await silent).frame().parentFrame()).not.toBeNull()
    await status(page, 'signed in')
    const after = await shownUser(page)
    expect(after.access_token).not.toBe(before.access_token)
    expect(decodeJwt(after.id_token ?? '')).toMatchObject({ sub: 'alice', aud: 'notes' })
  })

  it('says login_required when nobody is signed in', async () => {
    const page = await world.newPage()
    await visit(page, world.notes)
    await press(page, 'Renew')
    await status(page, 'failed: login_required')
  })

  it('says consent_required when the person never agreed', async () => {
    const page = await world.newPage()
    await signIn(page, world.notes)
    await visit(page, world.diary)
    await press(page, 'Renew')
    await status(page, 'failed: consent_required')
  })

  it('outlives the session at the issuer with offline_access, and not without', async () => {
    const context = await world.newContext()
    const page = await context.newPage()
    await signIn(page, world.notes)
    await context.clearCookies()
    await press(page, 'Renew')
    await status(page, 'failed: login_required')

    await signIn(page, world.notes, OFFLINE)
    await context.clearCookies()
    await press(page, 'Renew')
    await status(page, 'signed in')
  })

  it('notices when a token expires', async () => {
    const page = await world.newPage()
    await signIn(page, world.notes, { scope: 'openid read:brief', resource: 'https://brief.test/api' })
    await status(page, 'expired')
  })

  it('renews by itself before a token expires', async () => {
    const page = await world.newPage()
    const settings = {
      resource: 'https://brief.test/api',
      automaticSilentRenew: true,
      accessTokenExpiringNotificationTimeInSeconds: 1,
    }
    await signIn(page, world.notes, { ...settings, scope: 'openid offline_access read:brief' })
    const { access_token } = await shownUser(page)
    const changed = (before: string) => !document.querySelector('#user')?.textContent?.includes(before)
    await page.waitForFunction(changed, access_token)
    expect(decodeJwt((await shownUser(page)).access_token)).toMatchObject({
      sub: 'alice',
      aud: 'https://brief.test/api',
    })
  })
})

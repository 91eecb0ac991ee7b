import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { UserAgent } from '../support/user-agent.ts'
import { useManagement } from '../management/support.ts'
import { signIn } from './browser.ts'
import { CALLBACK, claimsOf } from './support.ts'

const HOUR = 3600
const DAY = 86_400

const management = useManagement()
const { issuer } = management
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')
const moveClock = (offset: number) => management.call('PATCH', '/settings', { body: { clock: { offset } } })
const contacts = (token: string) =>
  fetch(`${issuer.url}/apis/organizer/contacts`, { headers: { authorization: `Bearer ${token}` } })

describe('the clock of the issuer', () => {
  it('is moved on, and tokens expire by it, here and at the demo APIs', async () => {
    const config = await calendarApp()
    const tokens = await signIn(config, { scope: 'openid offline_access read:contacts' })
    expect((await contacts(tokens.access_token)).status).toBe(200)
    await moveClock(2 * HOUR)
    const refused = await contacts(tokens.access_token)
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('expired')])
    expect(await client.tokenIntrospection(config, tokens.access_token)).toEqual({ active: false })
    const fresh = await client.refreshTokenGrant(goingBy(2 * HOUR, config), tokens.refresh_token ?? '')
    expect(claimsOf(fresh.access_token).iat).toBeGreaterThan(Date.now() / 1000 + 2 * HOUR - 60)
    expect((await contacts(fresh.access_token)).status).toBe(200)
  })

  it('is moved back, and what had expired is good again', async () => {
    const config = await calendarApp()
    await moveClock(0)
    const { access_token } = await signIn(config, { scope: 'openid read:contacts' })
    await moveClock(30 * DAY)
    expect((await contacts(access_token)).status).toBe(401)
    await moveClock(0)
    expect((await contacts(access_token)).status).toBe(200)
  })

  it.each([-400 * DAY, 400 * DAY])(
    'signs people in though it is %i seconds off, with cookies that browsers keep',
    async (offset) => {
      await moveClock(offset)
      const config = goingBy(offset, await calendarApp())
      const agent = new UserAgent()
      const { claims } = await signIn(config, { scope: 'openid' }, {}, agent)
      expect(Math.abs((claims()?.iat ?? 0) - offset - Date.now() / 1000)).toBeLessThan(60)
      const params = { redirect_uri: CALLBACK, scope: 'openid', prompt: 'none' }
      const page = await agent.fetch(client.buildAuthorizationUrl(config, params).href)
      expect(new URL(page.headers.get('location') ?? '').searchParams.has('code')).toBe(true)
      const [, expires = ''] = /_session=.*?expires=([^;]+)/.exec(page.headers.getSetCookie()[0] ?? '') ?? []
      expect(Math.abs(Date.parse(expires) - Date.now() - 14 * DAY * 1000)).toBeLessThan(HOUR * 1000)
      await moveClock(0)
    },
  )

  it('leaves the times of what is recorded true', async () => {
    await moveClock(DAY)
    await fetch(`${issuer.url}/jwks`)
    await moveClock(0)
    const { items } = (await management.get('/exchanges?limit=5')).json as { items: { startedAt: number }[] }
    for (const { startedAt } of items) expect(Math.abs(startedAt - Date.now())).toBeLessThan(HOUR * 1000)
    const { items: changes } = (await management.get('/history?limit=5')).json as { items: { at: number }[] }
    for (const { at } of changes) expect(Math.abs(at - Date.now())).toBeLessThan(HOUR * 1000)
  })

  it('goes no further than ten years', async () => {
    const { status, json } = await moveClock(400_000_000)
    expect([status, JSON.stringify(json)]).toEqual([422, expect.stringContaining('clock.offset')])
  })
})

/** An application whose clock is as far off as the issuer's. */
function goingBy(offset: number, known: client.Configuration): client.Configuration {
  const metadata = { client_secret: 'calendar-app-secret', [client.clockSkew]: offset }
  const config = new client.Configuration(known.serverMetadata(), 'calendar-app', metadata)
  client.allowInsecureRequests(config)
  return config
}

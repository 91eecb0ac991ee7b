import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { type Page, type SignInChoices, textOf, UserAgent } from '../support/user-agent.ts'
import { formOf } from './browser.ts'
import { claimsOf, useIssuer } from './support.ts'

const issuer = useIssuer()
const GRANT = 'urn:ietf:params:oauth:grant-type:device_code'
const SCOPE = 'openid offline_access read:pictures'

async function startOnTv(scope = SCOPE) {
  const config = await issuer.discover('couch-tv')
  const device = await client.initiateDeviceAuthorization(config, { scope })
  const poll = () => client.genericGrantRequest(config, GRANT, { device_code: device.device_code })
  return { config, device, poll }
}

/** The person types the code, compares it, and signs in. */
async function answerOnPhone(user_code: string, choices: SignInChoices = {}, agent = new UserAgent()): Promise<Page> {
  const confirm = await typeCode(user_code, agent)
  const prompt = await agent.submit(confirm, [...Object.entries(formOf(confirm)), ['confirm', 'yes']])
  return agent.signIn(prompt.url, choices)
}

async function typeCode(user_code: string, agent: UserAgent): Promise<Page> {
  const page = await agent.open(`${issuer.url}/device`)
  return agent.submit(page, Object.entries({ ...formOf(page), user_code }))
}

describe('the device', () => {
  it('is told a code, where to take it, and how long to wait between polls', async () => {
    const { device } = await startOnTv()
    expect(device).toEqual({
      device_code: expect.any(String),
      user_code: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/),
      verification_uri: `${issuer.url}/device`,
      verification_uri_complete: `${issuer.url}/device?user_code=${device.user_code}`,
      expires_in: 600,
      interval: 5,
    })
  })

  it('gets its tokens once the person has answered, and uses them', async () => {
    const { config, device } = await startOnTv()
    const done = await answerOnPhone(device.user_code, { user: 'bob' })
    expect([done.status, textOf(done.body)]).toEqual([200, expect.stringContaining('The device is connected')])
    // As openid-client polls, without the wait: the answer is there already.
    const tokens = await client.pollDeviceAuthorizationGrant(config, { ...device, interval: 0 })
    expect(tokens.claims()).toMatchObject({ sub: 'bob', aud: 'couch-tv' })
    expect((await issuer.callApi('photobox/pictures', tokens.access_token)).status).toBe(200)
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect((await issuer.callApi('photobox/pictures', refreshed.access_token)).status).toBe(200)
  })

  it('hears authorization_pending until then, and slow_down when it polls too early', async () => {
    const { device, poll } = await startOnTv()
    await expect(poll()).rejects.toMatchObject({ status: 400, error: 'authorization_pending' })
    await expect(poll()).rejects.toMatchObject({ status: 400, error: 'slow_down' })
    await answerOnPhone(device.user_code)
    expect((await poll()).access_token).toBeTypeOf('string')
  })

  it('hears that the person said no', async () => {
    const { device, poll } = await startOnTv()
    await answerOnPhone(device.user_code, { deny: true })
    await expect(poll()).rejects.toMatchObject({ error: 'access_denied' })
  })

  it('cannot use its code a second time, and loses what it got by trying', async () => {
    const { config, device, poll } = await startOnTv()
    await answerOnPhone(device.user_code)
    const { access_token } = await poll()
    await expect(poll()).rejects.toMatchObject({ error: 'invalid_grant' })
    await expect(client.fetchUserInfo(config, access_token, 'alice')).rejects.toMatchObject({ status: 401 })
  })

  it('is refused with a code that is not its own, or that nobody gave', async () => {
    const { device } = await startOnTv()
    const unknown = await issuer.post('/token', { grant_type: GRANT, client_id: 'couch-tv', device_code: 'made-up' })
    expect(unknown.json['error']).toBe('invalid_grant')
    const other = await issuer.post('/token', {
      grant_type: GRANT,
      client_id: 'my-todos',
      device_code: device.device_code,
    })
    expect(other.status).toBe(400)
  })

  it('gets only what the person left ticked', async () => {
    const { device, poll } = await startOnTv('openid email read:pictures')
    await answerOnPhone(device.user_code, { without: ['email'] })
    const tokens = await poll()
    expect(tokens.scope?.split(' ').toSorted()).toEqual(['openid', 'read:pictures'])
    expect(claimsOf(tokens.id_token)).not.toHaveProperty('email')
  })
})

describe('the page for the code', () => {
  it('takes the code without its dash and in small letters', async () => {
    const { device } = await startOnTv()
    const confirm = await typeCode(device.user_code.replace('-', '').toLowerCase(), new UserAgent())
    expect(textOf(confirm.body)).toContain(device.user_code)
    expect(formOf(confirm)).toHaveProperty('xsrf')
  })

  it('takes the code from its address, and still asks before anything happens', async () => {
    const { device, poll } = await startOnTv()
    const agent = new UserAgent()
    const sent = await agent.open(device.verification_uri_complete ?? '')
    const confirm = await agent.submit(sent, Object.entries(formOf(sent)))
    expect(textOf(confirm.body)).toContain('Couch TV')
    await expect(poll()).rejects.toMatchObject({ error: 'authorization_pending' })
    const prompt = await agent.submit(confirm, [...Object.entries(formOf(confirm)), ['confirm', 'yes']])
    await agent.signIn(prompt.url)
    expect((await poll()).access_token).toBeTypeOf('string')
  })

  it('says that a code is wrong, and keeps what was typed', async () => {
    const page = await typeCode('WRNG-CODE', new UserAgent())
    expect(textOf(page.body)).toContain('No device is waiting with this code')
    expect(formOf(page)['user_code']).toBe('WRNG-CODE')
  })

  it('does not take a form that it did not make', async () => {
    const { device, poll } = await startOnTv()
    const agent = new UserAgent()
    const page = await agent.open(`${issuer.url}/device`)
    await agent.submit(page, [
      ['user_code', device.user_code],
      ['xsrf', 'forged'],
      ['confirm', 'yes'],
    ])
    await expect(poll()).rejects.toMatchObject({ error: 'authorization_pending' })
  })

  it('lets the person stop', async () => {
    const { device, poll } = await startOnTv()
    const agent = new UserAgent()
    const confirm = await typeCode(device.user_code, agent)
    const stopped = await agent.submit(confirm, [...Object.entries(formOf(confirm)), ['abort', 'yes']])
    expect(textOf(stopped.body)).toContain('was not signed in')
    await expect(poll()).rejects.toMatchObject({ error: 'access_denied' })
  })
})

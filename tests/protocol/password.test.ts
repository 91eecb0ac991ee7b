import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { claimsOf, ORGANIZER, useIssuer } from './support.ts'

const issuer = useIssuer()
const oldMail = () => issuer.discover('old-mail')
const ALICE = { username: 'alice', password: 'alice' }

describe('the password grant', () => {
  it('gives tokens for a name and a password', async () => {
    const config = await oldMail()
    const tokens = await client.genericGrantRequest(config, 'password', {
      ...ALICE,
      scope: 'openid email offline_access read:contacts',
    })
    expect(claimsOf(tokens.access_token)).toMatchObject({ sub: 'alice', client_id: 'old-mail', aud: ORGANIZER })
    expect(tokens.claims()).toMatchObject({
      sub: 'alice',
      email: 'alice@organizer.test',
      acr: 'urn:valetkey:acr:password',
      amr: ['pwd'],
    })
    expect(await client.fetchUserInfo(config, tokens.access_token, 'alice')).toMatchObject({ email_verified: true })
    expect((await issuer.callApi('organizer/contacts', tokens.access_token)).status).toBe(200)
  })

  it('gives a refresh token that works like any other', async () => {
    const config = await oldMail()
    const tokens = await client.genericGrantRequest(config, 'password', {
      ...ALICE,
      scope: 'openid offline_access read:contacts',
    })
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(refreshed.claims()?.sub).toBe('alice')
    expect((await issuer.callApi('organizer/contacts', refreshed.access_token)).status).toBe(200)
    await expect(client.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  it('works as plain OAuth, and gives no more than was asked for', async () => {
    const tokens = await client.genericGrantRequest(await oldMail(), 'password', { ...ALICE, scope: 'read:contacts' })
    expect(tokens).toMatchObject({ scope: 'read:contacts' })
    expect([tokens.id_token, tokens.refresh_token]).toEqual([undefined, undefined])
  })

  it('does not say whether the name or the password is wrong', async () => {
    const wrong = [
      { username: 'alice', password: 'wrong' },
      { username: 'nobody', password: 'alice' },
    ]
    const answers = await Promise.all(
      wrong.map((given) => issuer.post('/token', { grant_type: 'password', client_id: 'old-mail', ...given })),
    )
    expect(answers.map(({ status, json }) => [status, json['error']])).toEqual([
      [400, 'invalid_grant'],
      [400, 'invalid_grant'],
    ])
    expect(answers[0]?.text).toBe(answers[1]?.text)
  })

  it('names what is missing', async () => {
    const { status, json } = await issuer.post('/token', {
      grant_type: 'password',
      client_id: 'old-mail',
      username: 'alice',
    })
    expect([status, json]).toEqual([
      400,
      { error: 'invalid_request', error_description: "missing required parameter 'password'" },
    ])
  })

  it('is refused to clients that are not trusted with it', async () => {
    const { status, json } = await issuer.post('/token', { grant_type: 'password', client_id: 'my-todos', ...ALICE })
    expect([status, json['error']]).toEqual([400, 'unauthorized_client'])
  })
})

import { describe, expect, it } from 'vitest'

import { signIn } from '../protocol/browser.ts'
import { itemsOf, useManagement } from './support.ts'

const management = useManagement()

async function lastChange(query = '') {
  const [entry] = itemsOf(await management.get(`/history${query}`))
  return entry as { readonly id: string; readonly [member: string]: unknown }
}

function putBack(id: string, query = '') {
  return management.call('POST', `/history/${id}/put-back${query}`)
}

describe('the history of changes', () => {
  it('is empty at first: what ships with the program is no change', async () => {
    expect(itemsOf(await management.get('/history'))).toEqual([])
  })

  it('says what was changed, by which door, and how it was', async () => {
    await management.call('PATCH', '/clients/calendar-app', { body: { client_name: 'Agenda' } })
    const entry = await lastChange()
    expect(entry).toMatchObject({ door: 'rest', call: 'clients.change', count: 1, records: 0 })
    expect(entry['parts']).toEqual([
      { kind: 'clients', id: 'calendar-app', action: 'changed', members: ['client_name'] },
    ])
    const { json, text } = await management.get(`/history/${entry.id}`)
    expect(json).toMatchObject({
      value: { parts: [{ before: { client_name: 'CalendarApp' }, after: { client_name: 'Agenda' } }] },
    })
    expect(text).not.toContain('calendar-app-secret')
  })

  it('puts a change back, which is a change too', async () => {
    const { id } = await lastChange()
    expect((await putBack(id)).json).toEqual({ restored: 1, records: 0 })
    expect((await management.get('/clients/calendar-app')).json['client_name']).toBe('CalendarApp')
    expect(await lastChange()).toMatchObject({ call: 'history.putBack' })
  })

  it('notes nothing where nothing was changed', async () => {
    const before = await lastChange()
    await management.call('PATCH', '/clients/calendar-app', { body: { client_name: 'CalendarApp' } })
    expect((await lastChange()).id).toBe(before.id)
  })

  it('brings a deleted client back with its secret and the tokens that ended with it', async () => {
    const config = await management.issuer.discover('calendar-app', 'calendar-app-secret')
    const { access_token } = await signIn(config, { scope: 'openid profile' })
    const userinfo = () =>
      fetch(`${management.issuer.url}/userinfo`, { headers: { authorization: `Bearer ${access_token}` } })
    const whole = (await management.get('/clients/calendar-app?include=secrets')).json
    expect(whole).toHaveProperty('client_secret', 'calendar-app-secret')
    await management.call('DELETE', '/clients/calendar-app')
    expect((await userinfo()).status).toBe(401)
    const { id, records } = await lastChange('?kind=clients&entity=calendar-app')
    expect(records).toBeGreaterThan(0)
    expect((await putBack(id)).json).toEqual({ restored: 1, records })
    expect((await management.get('/clients/calendar-app?include=secrets')).json).toEqual(whole)
    expect((await userinfo()).status).toBe(200)
  })

  it('does not put back over a later change unless it is told to', async () => {
    await management.call('PATCH', '/users/alice', { body: { claims: { nickname: 'Lissy' } } })
    const first = await lastChange()
    await management.call('PATCH', '/users/alice', { body: { claims: { nickname: 'Lizzy' } } })
    const refused = await putBack(first.id)
    expect([refused.status, refused.json['detail']]).toEqual([409, expect.stringContaining('alice')])
    await putBack(first.id, '?force=true')
    const { claims } = (await management.get('/users/alice')).json as { claims: object }
    expect(claims).toHaveProperty('nickname', 'Al')
  })

  it('takes back what was added, keys and settings too', async () => {
    const kids = async () =>
      itemsOf(await management.get('/keys')).map(({ kid, state }) => `${String(kid)} ${String(state)}`)
    const before = await kids()
    await management.call('POST', '/keys/rotate', { body: { alg: 'ES256' } })
    expect(await kids()).not.toEqual(before)
    await putBack((await lastChange('?kind=keys')).id)
    expect(await kids()).toEqual(before)
    await management.call('PATCH', '/settings', { body: { lifetimes: { accessToken: 60 } } })
    await putBack((await lastChange('?kind=settings')).id)
    expect((await management.get('/settings')).json).toMatchObject({ lifetimes: { accessToken: 3600 } })
    await management.call('PUT', '/users/dora', { body: { password: 'dora' } })
    await putBack((await lastChange('?kind=users&entity=dora')).id)
    expect((await management.get('/users/dora')).status).toBe(404)
  })

  it('counts an import as one deed', async () => {
    const body = { users: [{ username: 'eve' }, { username: 'fred' }], lifetimes: { idToken: 77 } }
    await management.call('POST', '/config', { body })
    const entry = await lastChange()
    expect(entry).toMatchObject({ call: 'config.import', count: 3 })
    await putBack(entry.id)
    expect((await management.get('/users/eve')).status).toBe(404)
  })

  it('tells a client that registered itself from one that was added', async () => {
    const response = await fetch(`${management.issuer.url}/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ redirect_uris: ['http://localhost:5999/callback'] }),
    })
    expect(response.status).toBe(201)
    expect(await lastChange()).toMatchObject({ door: 'registration', parts: [{ kind: 'clients', action: 'created' }] })
  })

  it('is read in pages', async () => {
    const first = (await management.get('/history?limit=2')).json as { items: { id: string }[]; next: string }
    const second = (await management.get(`/history?limit=2&before=${first.next}`)).json as { items: { id: string }[] }
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4)
  })

  it('says so where there is no such change', async () => {
    expect((await management.get('/history/nothing')).status).toBe(404)
    expect((await putBack('nothing')).status).toBe(404)
  })
})

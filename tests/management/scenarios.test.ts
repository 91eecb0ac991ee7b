import { describe, expect, it } from 'vitest'

import { signIn } from '../protocol/browser.ts'
import { itemsOf, type Json, useManagement } from './support.ts'

const management = useManagement()

interface Part {
  readonly kind: string
  readonly id: string
  readonly action: string
  readonly members: readonly string[]
  readonly before?: Json
  readonly after?: Json
}

interface Plan {
  readonly count: number
  readonly parts: readonly Part[]
  readonly ended: { readonly grants: number; readonly sessions: number; readonly tokens: number }
}

async function compare(id: string, query = ''): Promise<Plan> {
  const { json } = await management.get(`/scenarios/${id}/changes${query}`)
  return json['plan'] as Plan
}

function save(scenario: object, query = '') {
  return management.call('POST', `/scenarios${query}`, { body: scenario })
}

function load(id: string, query = '') {
  return management.call('POST', `/scenarios/${id}/load${query}`)
}

const nameOf = async (id: string) => (await management.get(`/clients/${id}`)).json['client_name']
const changes = async () => itemsOf(await management.get('/history')).length

describe('what loading a scenario would change', () => {
  it('is nothing where all is as it ships, and nothing is noted', async () => {
    expect(await compare('organizer')).toEqual({
      count: 0,
      parts: [],
      ended: { grants: 0, sessions: 0, tokens: 0 },
      restored: 0,
    })
    expect(await changes()).toBe(0)
  })

  it('is said member by member, and nothing has changed yet', async () => {
    await management.call('PATCH', '/clients/calendar-app', { body: { client_name: 'Agenda' } })
    const { count, parts } = await compare('organizer')
    expect([count, parts]).toEqual([1, [expect.objectContaining({ action: 'changed', members: ['client_name'] })]])
    expect(parts[0]).toMatchObject({ before: { client_name: 'Agenda' }, after: { client_name: 'CalendarApp' } })
    expect(await nameOf('calendar-app')).toBe('Agenda')
    expect(await changes()).toBe(1)
  })

  it('has what goes and what ends with it, where the scenario is to be alone', async () => {
    const config = await management.issuer.discover('calendar-app', 'calendar-app-secret')
    await signIn(config, { scope: 'openid profile' })
    const plan = await compare('world-mappers', '?alone=true')
    const gone = plan.parts.filter(({ action }) => action === 'removed').map(({ kind, id }) => `${kind} ${id}`)
    expect(gone).toContain('clients calendar-app')
    expect(gone).not.toContain('clients taxi-finder')
    expect(plan.ended.grants).toBe(1)
    expect(plan.ended.tokens).toBeGreaterThan(0)
    expect(await nameOf('calendar-app')).toBe('Agenda')
    expect(itemsOf(await management.get('/grants'))).toHaveLength(1)
  })

  it('never has a secret in it', async () => {
    await management.call('POST', '/clients/calendar-app/secret')
    const { json, text } = await management.get('/scenarios/organizer/changes')
    expect((json['plan'] as Plan).parts[0]?.members).toEqual(['client_name', 'client_secret'])
    expect(text).not.toContain('calendar-app-secret')
  })
})

describe('loading a scenario', () => {
  it('does what was said, names the change, and is put back whole', async () => {
    const before = (await management.get('/config?include=secrets')).json
    const { json } = await load('world-mappers', '?alone=true')
    expect(itemsOf(await management.get('/clients')).map(({ client_id }) => client_id)).toEqual([
      'taxi-finder',
      'delivery-planner',
    ])
    expect(itemsOf(await management.get('/grants'))).toEqual([])
    await management.call('POST', `/history/${String(json['change'])}/put-back`)
    const after = (await management.get('/config?include=secrets')).json
    for (const kind of ['clients', 'apis', 'users']) {
      expect(new Set(after[kind] as object[])).toEqual(new Set(before[kind] as object[]))
    }
    expect(itemsOf(await management.get('/grants'))).toHaveLength(1)
  })

  it('names no change where there is none', async () => {
    await load('organizer')
    expect((await load('organizer')).json).not.toHaveProperty('change')
  })
})

describe('a scenario of one’s own', () => {
  it('holds everything as it is now, and brings it back', async () => {
    await management.call('PUT', '/users/dora', { body: { password: 'a-secret', claims: { name: 'Dora' } } })
    await management.call('PATCH', '/settings', { body: { lifetimes: { accessToken: 77 } } })
    const { status, json, headers } = await save({ title: 'Before the demo', summary: 'With Dora' })
    expect([status, headers.get('location')]).toEqual([201, '/api/v1/scenarios/before-the-demo'])
    expect(json).toMatchObject({ id: 'before-the-demo', own: true, users: expect.arrayContaining(['dora']) })
    await management.call('DELETE', '/users/dora')
    await management.call('PATCH', '/settings', { body: { lifetimes: { accessToken: 3600 } } })
    await management.call('PUT', '/users/eve', { body: { password: 'eve' } })
    const { parts } = await compare('before-the-demo', '?alone=true')
    expect(parts.map(({ kind, id, action }) => `${action} ${kind} ${id}`).toSorted()).toEqual([
      'changed settings settings',
      'created users dora',
      'removed users eve',
    ])
    await load('before-the-demo', '?alone=true')
    expect((await management.get('/users/dora?include=secrets')).json).toMatchObject({ password: 'a-secret' })
    expect((await management.get('/users/eve')).status).toBe(404)
    expect((await management.get('/settings')).json).toMatchObject({ lifetimes: { accessToken: 77 } })
    expect((await compare('before-the-demo', '?alone=true')).count).toBe(0)
  })

  it('is saved over another only when that is asked for', async () => {
    const refused = await save({ title: 'Before the demo' })
    expect([refused.status, refused.json['detail']]).toEqual([409, expect.stringContaining('overwrite')])
    expect((await save({ title: 'Before the demo' }, '?overwrite=true')).status).toBe(201)
  })

  it('takes the place of none that ships', async () => {
    expect((await save({ title: 'Organizer' }, '?overwrite=true')).status).toBe(409)
    expect((await management.call('DELETE', '/scenarios/organizer')).status).toBe(409)
    expect((await management.call('PATCH', '/scenarios/organizer', { body: { title: 'Mine' } })).status).toBe(409)
  })

  it.each([
    ['empty', { title: '  ' }, 'title'],
    ['too long', { title: 'x'.repeat(101) }, 'title'],
    ['of the wrong type', { title: 7 }, 'title'],
    ['of another', { title: 'Copy', from: 'nobody' }, undefined],
  ])('is refused with a name that is %s, by its field', async (_what, scenario, field) => {
    const { status, text } = await save(scenario)
    expect(status).toBe(field === undefined ? 404 : 422)
    if (field !== undefined) expect(text).toContain(`#/${field}`)
  })

  it('may be called as one likes, and is found by its address', async () => {
    const { json } = await save({ title: '<b>🎭</b>', from: 'organizer' })
    const { json: found } = await management.get(`/scenarios/${String(json['id'])}`)
    expect(found).toMatchObject({ title: '<b>🎭</b>', clients: ['calendar-app', 'my-todos', 'text-app'] })
    const { json: renamed } = await management.call('PATCH', `/scenarios/${String(json['id'])}`, {
      body: { title: 'Masks' },
    })
    expect(renamed).toMatchObject({ id: json['id'], title: 'Masks', own: true })
  })

  it('is deleted, and put back, and the history shows no secret of it', async () => {
    await management.call('DELETE', '/scenarios/before-the-demo')
    expect((await management.get('/scenarios/before-the-demo')).status).toBe(404)
    const [entry] = itemsOf(await management.get('/history?kind=scenarios'))
    expect(entry).toMatchObject({ parts: [{ kind: 'scenarios', id: 'before-the-demo', action: 'removed' }] })
    const { text } = await management.get(`/history/${String(entry?.['id'])}`)
    expect(text).toContain('Before the demo')
    expect(text).not.toMatch(/calendar-app-secret|"password"/)
    await management.call('POST', `/history/${String(entry?.['id'])}/put-back`)
    expect((await management.get('/scenarios/before-the-demo')).status).toBe(200)
  })

  it('is exported as a config file that can be imported, with secrets when they are asked for', async () => {
    const without = await management.get('/scenarios/before-the-demo/config')
    expect(without.text).not.toContain('calendar-app-secret')
    const { text, json } = await management.get('/scenarios/before-the-demo/config?include=secrets')
    expect(text).toContain('my-todos')
    const { json: result } = await management.call('POST', '/config?dryRun=true', { body: json })
    expect(result).toMatchObject({ applied: false, plan: { count: expect.any(Number) as number } })
    const { json: shipped } = await management.get('/scenarios/print-shop/config')
    expect((shipped['clients'] as Json[]).map(({ client_id }) => client_id)).toEqual(['quick-print'])
  })
})

describe('a config file that is only tried', () => {
  it('says member by member what it would change', async () => {
    const { json } = await management.call('POST', '/config?dryRun=true', {
      body: { users: [{ username: 'alice', claims: { name: 'Alice B.' } }], lifetimes: { idToken: 60 } },
    })
    const { parts } = json['plan'] as Plan
    expect(parts.map(({ kind, id }) => `${kind} ${id}`).toSorted()).toEqual(['settings settings', 'users alice'])
    expect((await management.get('/users/alice')).json).toMatchObject({ claims: { name: 'Alice Adams' } })
  })
})

describe('what putting a change back would do', () => {
  it('is said first, with what stands against it', async () => {
    await management.call('PATCH', '/users/bob', { body: { claims: { nickname: 'Bobby' } } })
    const [first] = itemsOf(await management.get('/history?kind=users&entity=bob'))
    const effect = () => management.get(`/history/${String(first?.['id'])}/effect`)
    expect((await effect()).json).toMatchObject({
      plan: { count: 1, parts: [{ id: 'bob', before: { claims: { nickname: 'Bobby' } } }] },
      conflicts: [],
    })
    await management.call('PATCH', '/users/bob', { body: { claims: { nickname: 'Bobo' } } })
    expect((await effect()).json['conflicts']).toEqual([{ kind: 'users', id: 'bob' }])
    expect((await management.get('/users/bob')).json).toMatchObject({ claims: { nickname: 'Bobo' } })
  })

  it('counts the tokens that come back', async () => {
    await management.call('DELETE', '/clients/calendar-app')
    const [entry] = itemsOf(await management.get('/history?kind=clients&entity=calendar-app'))
    const { json } = await management.get(`/history/${String(entry?.['id'])}/effect`)
    expect(json).toMatchObject({ plan: { restored: entry?.['records'] } })
    await management.call('POST', `/history/${String(entry?.['id'])}/put-back`)
  })

  it('is found by its door and by what an id has in it', async () => {
    expect(itemsOf(await management.get('/history?door=screens'))).toEqual([])
    const found = itemsOf(await management.get('/history?search=BOB'))
    expect(found.length).toBeGreaterThan(0)
    expect(JSON.stringify(found.map(({ parts }) => parts))).toContain('bob')
  })
})

describe('finding by name', () => {
  it('knows every kind, the best first, and counts the rest', async () => {
    const { json } = await management.get('/find?search=alice&limit=2')
    expect(itemsOf({ ...(await management.get('/find?search=alice')), json }).map(({ id }) => id)).toContain('alice')
    const kinds = async (search: string) =>
      itemsOf(await management.get(`/find?search=${search}&limit=1`)).map(({ kind }) => kind)
    expect(await kinds('mytds')).toEqual(['clients'])
    expect(await kinds('world-map')).toContain('apis')
    expect(await kinds('before+demo')).toEqual(['scenarios'])
    expect(await kinds('RS256')).toEqual(['keys'])
    expect(await kinds('calendarapp:+alice')).toEqual(['grants'])
  })

  it('only counts without words and lines', async () => {
    const { json } = await management.get('/find?limit=0')
    expect(json).toMatchObject({ items: [], counts: { users: 4 + 1, apis: 4 } })
  })

  it('hears of what comes and goes', async () => {
    await management.call('PUT', '/users/zebra', { body: { password: 'z' } })
    expect(itemsOf(await management.get('/find?search=zebra'))).toHaveLength(1)
    await management.call('DELETE', '/users/zebra')
    expect(itemsOf(await management.get('/find?search=zebra'))).toEqual([])
  })
})

describe('when an application was used last', () => {
  it('is known to the moment, also after the traffic has been deleted, and never of one that never asked', async () => {
    const began = Date.now()
    await management.issuer.post('/token', {
      grant_type: 'client_credentials',
      client_id: 'taxi-finder',
      client_secret: 'taxi-finder-secret',
    })
    await management.issuer.post('/token', { grant_type: 'client_credentials', client_id: 'couch-tv' })
    await management.call('DELETE', '/exchanges')
    const uses = itemsOf(await management.get('/uses'))
    const use = (id: string) => uses.find(({ client_id }) => client_id === id)
    expect(use('taxi-finder')?.['tokenAt']).toBeGreaterThanOrEqual(began)
    expect(use('couch-tv')?.['at']).toBeGreaterThanOrEqual(began)
    expect(use('couch-tv')).not.toHaveProperty('tokenAt')
    expect(use('old-mail')).toBeUndefined()
  })
})

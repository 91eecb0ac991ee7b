import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { json, startWorld } from './world.ts'
import type { World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const THINGS = [
  ['contacts', { name: 'Zoe Zimmer', email: 'zoe@example.org' }, { name: '' }, '#/name'],
  [
    'appointments',
    { title: 'Tea', start: '2026-11-21T15:00:00Z', end: '2026-11-21T16:00:00+00:00' },
    { title: 'Tea', start: '2026-11-21T15:00:00Z', end: '2026-11-21T14:00:00Z' },
    '#/end',
  ],
  ['tasks', { title: 'Tidy up', due: '2026-12-01', done: false }, { title: 'Tidy up', due: '2026-13-01' }, '#/due'],
] as const

describe.each(THINGS)('%s', (name, good, bad, pointer) => {
  async function list(sub: string): Promise<{ id: string }[]> {
    const response = await world.call('organizer', `/${name}`, { claims: { sub, scope: `read:${name}` } })
    expect(response.status).toBe(200)
    return ((await response.json()) as Record<string, { id: string }[]>)[name] ?? []
  }

  test('each user has some of their own, and strangers get a few', async () => {
    const [alice, bob, stranger] = [await list('alice'), await list('bob'), await list('someone-new')]
    expect(alice.length).toBeGreaterThan(1)
    expect(bob).not.toEqual(alice)
    expect(stranger).toHaveLength(1)
  })

  test('what is created can be read where Location says, and is gone once deleted', async () => {
    const created = await world.call('organizer', `/${name}`, { ...json(good), claims: { scope: `create:${name}` } })
    expect(created.status).toBe(201)
    const item = (await created.json()) as { id: string }
    expect(item).toMatchObject(good)
    const location = created.headers.get('location') ?? ''
    expect(location).toBe(`${world.origin}/apis/organizer/${name}/${item.id}`)

    const path = location.slice(`${world.origin}/apis/organizer`.length)
    expect(await (await world.call('organizer', path, { claims: { scope: `read:${name}` } })).json()).toEqual(item)
    expect(await list('alice')).toContainEqual(item)
    expect((await world.call('organizer', path, { claims: { sub: 'bob' } })).status).toBe(404)

    const removed = await world.call('organizer', path, { method: 'DELETE', claims: { scope: `delete:${name}` } })
    expect(removed.status).toBe(204)
    expect((await world.call('organizer', path)).status).toBe(404)
    expect((await world.call('organizer', path, { method: 'DELETE' })).status).toBe(404)
    expect(await list('alice')).not.toContainEqual(item)
  })

  test.each([
    ['GET', '', `read:${name}`],
    ['GET', '/some-id', `read:${name}`],
    ['POST', '', `create:${name}`],
    ['DELETE', '/some-id', `delete:${name}`],
  ])('%s %s needs %s', async (method, rest, scope) => {
    const others =
      'read:contacts create:contacts delete:contacts read:appointments create:appointments delete:appointments read:tasks create:tasks delete:tasks'
    const response = await world.call('organizer', `/${name}${rest}`, {
      method,
      claims: { scope: others.replace(scope, '').trim() },
    })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: 'insufficient_scope', scope })
  })

  test('a bad body is refused, naming the member', async () => {
    const response = await world.call('organizer', `/${name}`, json(bad))
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ title: 'The body is not valid', status: 400, errors: [{ pointer }] })
  })

  test('a member that is not known is refused by name', async () => {
    const response = await world.call('organizer', `/${name}`, json({ ...good, 'sub/ject': 'x' }))
    expect(await response.json()).toMatchObject({
      errors: [{ pointer: '#/sub~1ject', detail: 'is not a member that this takes' }],
    })
  })

  test('HEAD answers like GET, without a body', async () => {
    const response = await world.call('organizer', `/${name}`, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })

  test('another method is refused with those that are there', async () => {
    const response = await world.call('organizer', `/${name}`, { ...json({}), method: 'PATCH' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
    expect((await world.get(`/apis/organizer/${name}/x`, { method: 'PUT' })).headers.get('allow')).toBe(
      'GET, HEAD, DELETE, OPTIONS',
    )
  })
})

test('a user who keeps adding is stopped before memory is', async () => {
  const add = async () =>
    (await world.call('organizer', '/tasks', { ...json({ title: 'More' }), claims: { sub: 'hoarder' } })).status
  const statuses = await Promise.all(Array.from({ length: 205 }, add))
  expect(statuses.filter((status) => status === 201)).toHaveLength(199)
  expect(statuses.filter((status) => status === 409)).toHaveLength(6)
})

test('an unknown path names what there is', async () => {
  const response = await world.call('organizer', '/notes')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({
    operations: expect.arrayContaining(['GET /apis/organizer/contacts', 'DELETE /apis/organizer/tasks/:id']),
  })
})

test('bodies that are too large, of another type, broken or not UTF-8 are refused', async () => {
  const post = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
    world.call('organizer', '/tasks', { method: 'POST', body, headers: { 'content-type': type } })
  expect((await post(JSON.stringify({ title: 'x'.repeat(300_000) }))).status).toBe(413)
  expect((await post('title=x', 'application/x-www-form-urlencoded')).status).toBe(415)
  expect((await post('{"title":"x"}', 'text/plain')).status).toBe(415)
  expect((await post('{"title":')).status).toBe(400)
  expect((await post(Uint8Array.from([0x22, 0xff, 0xfe, 0x22]))).status).toBe(400)
  expect((await post('{"title":"x"}', 'application/vnd.test+json; charset=utf-8')).status).toBe(201)
})

test('a large body of unknown length is cut off', async () => {
  const chunk = new Uint8Array(64 * 1024).fill(0x20)
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1
      if (sent > 160) controller.close()
      else controller.enqueue(chunk)
    },
  })
  const init = {
    method: 'POST',
    body,
    duplex: 'half' as const,
    headers: { 'content-type': 'application/json' },
  }
  expect((await world.call('organizer', '/tasks', init)).status).toBe(413)
  expect((await world.call('organizer', '/tasks')).status).toBe(200)
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ORGANIZER_PATH, useManagement } from './support.ts'

const management = useManagement()
const MEGABYTE = 1024 * 1024

describe('a body', () => {
  it('that is no JSON is refused with line and column', async () => {
    const reply = await management.call('POST', '/clients', { body: '{\n  "client_id": "a",\n}' })
    expect([reply.status, reply.json['detail']]).toEqual([400, expect.stringContaining('line 3, column 1')])
  })

  it('with a key twice is refused', async () => {
    const reply = await management.call('POST', '/users', { body: '{"username":"a","username":"b"}' })
    expect([reply.status, reply.json['detail']]).toEqual([400, expect.stringContaining('a second time')])
  })

  it('of another type is refused, as a form of a foreign page would be', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
      const reply = await management.call('POST', '/users', {
        body: '{"username":"a"}',
        headers: { 'content-type': type },
      })
      expect([type, reply.status]).toEqual([type, 415])
    }
  })

  it('that is missing is asked for', async () => {
    expect((await management.call('POST', '/clients')).status).toBe(415)
  })

  it('that is too large is refused with the bound', async () => {
    const large = JSON.stringify({ username: 'x'.repeat(2 * MEGABYTE) })
    const reply = await management.call('POST', '/users', { body: large })
    expect([reply.status, reply.json['detail']]).toEqual([413, expect.stringContaining('larger than 1 MB')])
  })

  it('of 50 MB to import is refused, and nothing is imported', async () => {
    const body = `{"users":[{"username":"big"}],"x":"${'y'.repeat(50 * MEGABYTE)}"}`
    const reply = await management.call('POST', '/config', { body })
    expect([reply.status, reply.json['detail']]).toEqual([413, expect.stringContaining('10 MB')])
    expect((await management.get('/users/big')).status).toBe(404)
  })

  it('that is no UTF-8 is refused', async () => {
    const response = await fetch(`${management.url}/users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${management.issuer.program.ready.token}`, 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    })
    expect(response.status).toBe(400)
  })

  it('cannot reach the prototype of anything', async () => {
    const reply = await management.call('PATCH', '/users/alice', {
      body: '{"__proto__":{"claims":{"x":1}},"claims":{"__proto__":{"y":1}}}',
    })
    expect(reply.status).toBeLessThan(500)
    const { json } = await management.get('/users/bob')
    expect([json['x'], (json['claims'] as Record<string, unknown>)['y']]).toEqual([undefined, undefined])
  })
})

describe('a parameter', () => {
  it('that is unknown is refused with what was meant', async () => {
    const reply = await management.get('/exchanges?endpont=token')
    expect([reply.status, reply.json['errors']]).toEqual([
      400,
      [{ parameter: 'endpont', detail: expect.stringContaining('"endpoint"') }],
    ])
  })

  it('out of its range, twice, or of another kind is refused', async () => {
    for (const query of [
      'limit=0',
      'limit=501',
      'limit=1&limit=2',
      'limit=x',
      'hasError=maybe',
      'endpoint=toke',
      'include=all',
      'include=secrets',
    ]) {
      const reply = await management.get(`/exchanges?${query}`)
      expect([query, reply.status, (reply.json['errors'] as unknown[]).length]).toEqual([query, 400, 1])
    }
    expect((await management.get('/exchanges/abc')).status).toBe(400)
    expect((await management.get('/exchanges/99999999')).status).toBe(404)
  })

  it('in the address may hold anything', async () => {
    for (const id of [
      '%00',
      '%zz',
      '..%2f..',
      '%E0%A4%A',
      encodeURIComponent('a/b?c#d&e'),
      '__proto__',
      'constructor',
      'x'.repeat(5000),
    ]) {
      for (const collection of ['clients', 'apis', 'users', 'keys', 'grants', 'sessions', 'scenarios']) {
        const { status } = await management.get(`/${collection}/${id}`)
        expect([collection, id, status]).toEqual([collection, id, 404])
      }
    }
  })
})

describe('whatever is sent', () => {
  it('is never answered with a failure of the program', async () => {
    const targets = [
      ['POST', '/clients'],
      ['PATCH', '/clients/calendar-app'],
      ['PUT', '/clients/new'],
      ['POST', '/apis'],
      ['PATCH', ORGANIZER_PATH],
      ['POST', '/users'],
      ['PATCH', '/users/bob'],
      ['POST', '/keys/rotate'],
      ['PATCH', '/settings'],
      ['POST', '/config?dryRun=true'],
    ] as const
    const names = fc.constantFrom(
      'client_id',
      'redirect_uris',
      'jwks',
      'scope',
      'valetkey',
      'identifier',
      'scopes',
      'username',
      'claims',
      'alg',
      'lifetimes',
      'users',
      'clients',
      'apis',
      'keys',
    )
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(names, tie('value'), { maxKeys: 4 }),
      ),
    })).value
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...targets),
        fc.oneof(values, fc.dictionary(names, values, { maxKeys: 5 })),
        async ([method, path], body) => {
          const { status, text } = await management.call(method, path, { body: JSON.stringify(body) })
          expect(status, `${method} ${path} ${JSON.stringify(body)}: ${text}`).toBeLessThan(500)
        },
      ),
      { numRuns: 300 },
    )
  })
})

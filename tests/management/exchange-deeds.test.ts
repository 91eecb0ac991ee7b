import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

import schemas from 'har-schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'

import { signIn } from '../protocol/browser.ts'
import { itemsOf, type Json, useManagement } from './support.ts'

const management = useManagement()

const FORM: readonly [string, string] = ['content-type', 'application/x-www-form-urlencoded']

async function newestId(query = ''): Promise<number> {
  return Number(itemsOf(await management.get(`/exchanges?limit=1${query}`))[0]?.['id'])
}

async function whole(id: unknown): Promise<Json> {
  return (await management.get(`/exchanges/${String(id)}`)).json
}

/** CalendarApp signs Alice in and calls its API; what was recorded of it, as a HAR. */
async function converse(): Promise<string> {
  await management.call('DELETE', '/exchanges')
  const config = await management.issuer.discover('calendar-app', 'calendar-app-secret')
  const tokens = await signIn(config, { scope: 'openid offline_access read:contacts' })
  await management.issuer.callApi('organizer/contacts', tokens.access_token)
  await management.issuer.callApi('organizer/contacts', 'wrong')
  return (await management.get('/exchanges.har?include=secrets')).text
}

describe('a pin and a note', () => {
  it('stand with the exchange, in the list and whole, and go again', async () => {
    await management.issuer.request('/noted?one')
    const id = await newestId()
    const reply = await management.call('PATCH', `/exchanges/${id}`, {
      body: { pinned: true, note: 'Ask Quentin about the zyzzyva' },
    })
    expect(reply.json).toMatchObject({ id, pinned: true, note: 'Ask Quentin about the zyzzyva' })
    expect(itemsOf(await management.get('/exchanges?limit=1'))[0]).toEqual(reply.json)
    expect(await whole(id)).toMatchObject({ pinned: true, request: { method: 'GET' } })
    expect(itemsOf(await management.get('/exchanges?search=zyzzyva')).map((item) => item['id'])).toEqual([id])
    const found = async (filter: string) =>
      itemsOf(await management.get(`/exchanges?${filter}`)).map((item) => item['id'])
    expect(await found('isPinned=true')).toEqual([id])
    expect(await found('hasNote=true&isPinned=true&search=zyzzyva')).toEqual([id])
    expect(await found('isPinned=false&limit=500')).not.toContain(id)
    const cleared = await management.call('PATCH', `/exchanges/${id}`, { body: { pinned: false, note: '' } })
    expect(Object.keys(cleared.json)).not.toEqual(expect.arrayContaining(['pinned', 'note']))
    expect(itemsOf(await management.get('/exchanges?search=zyzzyva'))).toEqual([])
    expect(itemsOf(await management.get('/exchanges?search=noted')).map((item) => item['id'])).toContain(id)
  })

  it('are refused where there is nothing, and when they are no note', async () => {
    expect((await management.call('PATCH', '/exchanges/999999', { body: { pinned: true } })).status).toBe(404)
    const long = await management.call('PATCH', `/exchanges/${await newestId()}`, { body: { note: 'a'.repeat(2001) } })
    expect(long.status).toBe(422)
    expect(long.text).toContain('2000')
  })

  it('keep the exchange when others leave by their number', async () => {
    await management.issuer.request('/kept?first')
    const id = await newestId()
    await management.call('PATCH', `/exchanges/${id}`, { body: { pinned: true } })
    await Promise.all(Array.from({ length: 30 }, (_, index) => management.issuer.request(`/others?${index}`)))
    await management.call('PATCH', '/settings', { body: { retention: { maxCount: 5 } } })
    await expect
      .poll(async () => itemsOf(await management.get('/exchanges?limit=50')).map((item) => item['id']))
      .toEqual(expect.toSatisfy((ids: readonly number[]) => ids.length <= 6 && ids.includes(id)))
    await management.call('PATCH', '/settings', { body: { retention: { maxCount: 50_000 } } })
  })
})

describe('a request that is sent again', () => {
  it('goes over HTTP as it was changed, and is recorded with where it came from', async () => {
    const { issuer } = management.issuer.program.ready
    await management.issuer.post('/token', {
      grant_type: 'client_credentials',
      client_id: 'taxi-finder',
      client_secret: 'wrong',
    })
    const from = await newestId()
    const body = 'grant_type=client_credentials&client_id=taxi-finder&client_secret=also-wrong'
    const draft = { method: 'POST', url: `${issuer}/token`, headers: [FORM, ['x-mine', '1']], body }
    const reply = await management.call('POST', `/exchanges/${from}/resend`, { body: draft })
    expect(reply.json).toMatchObject({ status: 401, id: expect.any(Number) })
    const sent = await whole(reply.json['id'])
    expect(sent).toMatchObject({
      endpoint: 'token',
      mark: { kind: 'resent', from: String(from) },
      error: { code: 'invalid_client' },
      request: { body: { text: body }, headers: expect.arrayContaining([['x-mine', '1']]) },
    })
    expect((await whole(from))['mark']).toBeUndefined()
  })

  it('is told from others that are sent at the same time', async () => {
    const { issuer } = management.issuer.program.ready
    await management.issuer.request('/base')
    const from = await newestId()
    const numbers = Array.from({ length: 8 }, (_, index) => index)
    const replies = await Promise.all(
      numbers.map((number) =>
        management.call('POST', `/exchanges/${from}/resend`, {
          body: { method: 'GET', url: `${issuer}/again?number=${number}`, headers: [] },
        }),
      ),
    )
    const urls = await Promise.all(replies.map(async ({ json }) => String((await whole(json['id']))['url'])))
    expect(urls).toEqual(numbers.map((number) => `${issuer}/again?number=${number}`))
  })

  describe('to an application on this machine', () => {
    const got: string[] = []
    const server = createServer((request: IncomingMessage, response) => {
      got.push(`${request.method} ${request.url}`)
      response.writeHead(418, { 'content-type': 'text/plain' }).end('short and stout')
    })
    let origin = ''
    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    })
    afterAll(() => void server.close())

    it('is recorded as well, though it does not pass the issuer', async () => {
      await management.issuer.request('/base')
      const from = await newestId()
      const draft = { method: 'GET', url: `${origin}/callback?code=abc`, headers: [] }
      const reply = await management.call('POST', `/exchanges/${from}/resend`, { body: draft })
      expect(got).toEqual(['GET /callback?code=abc'])
      expect(reply.json).toMatchObject({ status: 418 })
      expect(await whole(reply.json['id'])).toMatchObject({
        direction: 'out',
        mark: { kind: 'resent', from: String(from) },
        response: { status: 418, body: { text: 'short and stout' } },
      })
    })
  })

  it('goes nowhere else, and says why', async () => {
    await management.issuer.request('/base')
    const from = await newestId()
    const send = (draft: object) => management.call('POST', `/exchanges/${from}/resend`, { body: draft })
    const elsewhere = await send({ method: 'GET', url: 'https://example.com/', headers: [] })
    expect(elsewhere.status).toBeGreaterThanOrEqual(400)
    expect(elsewhere.text).toContain('https://example.com is neither')
    const unreachable = await send({ method: 'GET', url: 'http://127.0.0.1:1/', headers: [] })
    expect(unreachable.text).toContain('Nothing answers at')
    const bad = await send({ method: 'GET', url: 'nonsense', headers: [['bad name', 'x']] })
    expect(bad.status).toBe(422)
    expect(bad.text).toMatch(/url[\s\S]*headers/)
    expect(
      (
        await management.call('POST', '/exchanges/999999/resend', {
          body: { method: 'GET', url: 'http://localhost/', headers: [] },
        })
      ).status,
    ).toBe(404)
  })
})

describe('a HAR', () => {
  it('fits the published schema', async () => {
    const har: unknown = JSON.parse(await converse())
    expect(publishedSchema().safeParse(har).error).toBeUndefined()
    expect(publishedSchema().safeParse({ log: { version: '1.2', creator: {}, entries: [{}] } }).success).toBe(false)
  })

  it('of ours comes back as what it was: exported, imported, exported', async () => {
    const first = await converse()
    const before = itemsOf(await management.get('/exchanges?limit=500'))
    await management.call('DELETE', '/exchanges')
    const reply = await management.call('POST', '/exchanges/import?file=mine.har', { body: first })
    expect(reply.json).toMatchObject({ imported: before.length, leftOut: 0, signIns: 1 })
    expect((await management.get('/exchanges.har?include=secrets')).text).toBe(first)
    const after = itemsOf(await management.get('/exchanges?limit=500'))
    expect(after.every((item) => JSON.stringify(item['mark']) === '{"kind":"imported","from":"mine.har"}')).toBe(true)
    const imported = itemsOf(await management.get('/exchanges?mark=imported&limit=500'))
    expect(imported.map((item) => item['id'])).toEqual(after.map((item) => item['id']))
    expect(itemsOf(await management.get('/exchanges?mark=resent'))).toEqual([])
    expect(new Set(after.map((item) => item['signIn'])).size).toBe(new Set(before.map((item) => item['signIn'])).size)
    const withoutOurs = ({ id: _id, mark: _mark, signIn: _signIn, ...rest }: Json) => rest
    expect(after.map(withoutOurs)).toEqual(before.map(withoutOurs))
  })

  it('beside what was recorded is a sign-in of its own', async () => {
    const har = await converse()
    await management.call('POST', '/exchanges/import', { body: har })
    await management.call('POST', '/exchanges/import', { body: har })
    const items = itemsOf(await management.get('/exchanges?limit=500')).filter((item) => item['signIn'] !== undefined)
    expect(new Set(items.map((item) => item['signIn'])).size).toBe(3)
  })

  it('of a browser is recognised, grouped by sign-in, and found', async () => {
    const reply = await management.call('POST', '/exchanges/import?file=browser.har', { body: browserHar() })
    expect(reply.json).toMatchObject({ imported: 4, leftOut: 1, signIns: 1 })
    const items = itemsOf(await management.get(`/exchanges?limit=4`)).toReversed()
    expect(items.map((item) => item['endpoint'])).toEqual(['authorization', 'callback', 'token', 'api'])
    expect(new Set(items.slice(0, 3).map((item) => item['signIn'])).size).toBe(1)
    expect(items[2]).toMatchObject({
      client_id: 'web',
      grantType: 'authorization_code',
      error: { code: 'invalid_grant' },
    })
    expect(items[2]).toMatchObject({ note: 'look here' })
    expect(itemsOf(await management.get('/exchanges?search=id.example&endpoint=token'))).toHaveLength(1)
  })

  it.each([
    ['no HAR at all', '{"a":1}', 422, /log/],
    ['no JSON', '{', 400, /JSON/],
    [
      'a wrong entry',
      '{"log":{"entries":[{"startedDateTime":"yesterday","time":1}]}}',
      422,
      /log\.entries\[7\]\.startedDateTime/,
    ],
  ])('that is %s is refused with the place', async (_what, body, status, message) => {
    const before = (await management.get('/exchanges/stats')).json['stored']
    const reply = await management.call('POST', '/exchanges/import?from=7', { body })
    expect(reply.status).toBe(status)
    expect(reply.text).toMatch(message)
    expect((await management.get('/exchanges/stats')).json['stored']).toBe(before)
  })

  it('that is only checked changes nothing', async () => {
    const before = (await management.get('/exchanges/stats')).json['stored']
    const reply = await management.call('POST', '/exchanges/import?dryRun=true', { body: browserHar() })
    expect(reply.json).toEqual({ imported: 0, leftOut: 1, signIns: 0 })
    expect((await management.get('/exchanges/stats')).json['stored']).toBe(before)
  })
})

describe('a report', () => {
  it('has what was chosen, in the form that was asked for', async () => {
    await converse()
    const id = await newestId('&hasError=true')
    const markdown = await management.get(`/exchanges.report?format=markdown&ids=${id}`)
    expect(markdown.json).toMatchObject({ exchanges: 1, text: expect.stringContaining('# Recorded traffic') })
    const html = await management.get('/exchanges.report?format=html')
    expect(String(html.json['text'])).toMatch(/^<!doctype html>/)
    expect(html.text).not.toContain('calendar-app-secret')
    expect((await management.get('/exchanges.report?format=pdf')).status).toBe(400)
  })
})

/** HAR 1.2 as `har-schema` publishes it, its parts in one. */
function publishedSchema(): z.ZodType {
  const text = JSON.stringify({ $ref: '#/$defs/har', $defs: schemas })
  const joined = text
    .replaceAll(/"\$ref":"(\w+)\.json#"/g, '"$ref":"#/$defs/$1"')
    .replaceAll(/"\$(id|schema)":"[^"]*",?/g, '')
    // Neither is a word of JSON Schema.
    .replaceAll(/"optional":true,?/g, '')
  return z.fromJSONSchema(JSON.parse(joined) as Parameters<typeof z.fromJSONSchema>[0])
}

function browserHar(): object {
  const headers = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([name, value]) => ({ name, value }))
  const entry = (method: string, url: string, rest: Json = {}, answer: Json = {}, comment?: string) => ({
    startedDateTime: '2026-11-20T09:41:07.120Z',
    time: 3,
    ...(comment !== undefined && { comment }),
    request: {
      method,
      url,
      httpVersion: 'h2',
      headers: [],
      cookies: [],
      queryString: [],
      headersSize: -1,
      bodySize: -1,
      ...rest,
    },
    response: { status: 200, statusText: 'OK', httpVersion: 'h2', headers: [], content: {}, ...answer },
    cache: {},
    timings: { send: 0, wait: 3, receive: 0 },
  })
  const callback = 'http://localhost:5173/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=af0'
  return {
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      entries: [
        entry(
          'GET',
          'https://id.example/connect/authorize?client_id=web&response_type=code&state=af0',
          {},
          {
            status: 302,
            headers: headers(['location', callback]),
          },
        ),
        entry('GET', callback),
        entry('GET', 'data:text/plain,hello'),
        entry(
          'POST',
          'https://id.example/connect/token',
          {
            headers: headers(FORM),
            postData: {
              mimeType: FORM[1],
              text: 'grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&client_id=web',
            },
          },
          {
            status: 400,
            headers: headers(['content-type', 'application/json']),
            content: { text: '{"error":"invalid_grant"}' },
          },
          'look here',
        ),
        entry('GET', 'https://id.example/things', {
          headers: headers(['authorization', 'Bearer SplxlOBeZQQYbYS6WxSbIA-t']),
        }),
      ],
    },
  }
}

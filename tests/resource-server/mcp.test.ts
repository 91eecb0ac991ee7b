import { afterAll, beforeAll, expect, test } from 'vitest'
import { json, startWorld } from './world.ts'
import type { World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const BOTH = 'application/json, text/event-stream'

interface Options {
  readonly headers?: Record<string, string>
  readonly claims?: Record<string, unknown>
}

function post(body: unknown, { headers = {}, claims = {} }: Options = {}): Promise<Response> {
  const init = typeof body === 'string' ? { ...json({}), body } : json(body)
  return world.call('agents', '/mcp', {
    ...init,
    claims,
    headers: { 'content-type': 'application/json', accept: BOTH, ...headers },
  })
}

function request(method: string, params?: unknown) {
  return { jsonrpc: '2.0', id: 7, method, ...(params === undefined ? {} : { params }) }
}

function initialize(protocolVersion = '2025-06-18', options?: Options): Promise<Response> {
  return post(
    request('initialize', { protocolVersion, capabilities: {}, clientInfo: { name: 'helper', version: '1' } }),
    options,
  )
}

async function resultOf(response: Response): Promise<Record<string, unknown>> {
  const body = (await response.json()) as { result?: Record<string, unknown>; error?: unknown }
  expect(body.error).toBeUndefined()
  return body.result ?? {}
}

test('a whole conversation: initialize, initialized, list, call, end', async () => {
  const started = await initialize()
  expect(started.status).toBe(200)
  expect(started.headers.get('content-type')).toBe('application/json')
  const session = started.headers.get('mcp-session-id') ?? ''
  expect(session).toMatch(/^[\x21-\x7e]{20,}$/)
  expect(await resultOf(started)).toMatchObject({
    protocolVersion: '2025-06-18',
    capabilities: { tools: {} },
    serverInfo: { name: 'valetkey-agents' },
  })

  const headers = { 'mcp-session-id': session, 'mcp-protocol-version': '2025-06-18' }
  const noted = await post({ jsonrpc: '2.0', method: 'notifications/initialized' }, { headers })
  expect([noted.status, await noted.text()]).toEqual([202, ''])

  const { tools } = (await resultOf(await post(request('tools/list'), { headers }))) as {
    tools: { name: string; inputSchema: unknown }[]
  }
  expect(tools.map(({ name }) => name)).toEqual(['find_free_slot', 'whoami'])
  expect(tools[0]?.inputSchema).toMatchObject({
    type: 'object',
    properties: { minutes: { type: 'integer', minimum: 5, maximum: 540 } },
  })

  const answer = await resultOf(await post(request('tools/call', { name: 'whoami' }), { headers }))
  expect(answer).toMatchObject({
    isError: false,
    structuredContent: { sub: 'alice', client_id: 'calendar-app', scope: 'mcp:read mcp:tools' },
  })

  const end = () => world.call('agents', '/mcp', { method: 'DELETE', headers })
  expect((await end()).status).toBe(204)
  expect((await end()).status).toBe(404)
  expect((await post(request('ping'), { headers })).status).toBe(404)
})

test('find_free_slot reads the calendar that the Organizer API changes', async () => {
  const claims = { sub: 'busy-bee' }
  const ask = async (minutes: number) => {
    const params = { name: 'find_free_slot', arguments: { date: '2027-03-01', minutes } }
    return (await resultOf(await post(request('tools/call', params), { claims })))['structuredContent']
  }
  expect(await ask(60)).toEqual({
    free: true,
    date: '2027-03-01',
    start: '2027-03-01T09:00:00Z',
    end: '2027-03-01T10:00:00Z',
  })
  const appointment = { title: 'All morning', start: '2027-03-01T08:00:00Z', end: '2027-03-01T12:30:00Z' }
  expect((await world.call('organizer', '/appointments', { ...json(appointment), claims })).status).toBe(201)
  expect(await ask(60)).toMatchObject({ start: '2027-03-01T12:30:00Z' })
  expect(await ask(540)).toEqual({ free: false, date: '2027-03-01' })
})

test.each([
  ['2025-06-18', '2025-06-18'],
  ['2025-03-26', '2025-03-26'],
  ['2099-01-01', '2025-06-18'],
  ['2024-11-05', '2025-06-18'],
])('asked for %s, the server speaks %s', async (asked, spoken) => {
  expect(await resultOf(await initialize(asked))).toMatchObject({ protocolVersion: spoken })
})

test.each([
  [request('no/such'), 200, -32601],
  [request('tools/call', { name: 'no_such' }), 200, -32602],
  [request('tools/call', {}), 200, -32602],
  [request('tools/call', [1]), 200, -32602],
  [request('tools/call', { name: 'find_free_slot', arguments: { minutes: 'many' } }), 200, -32602],
  [request('tools/call', { name: 'whoami', arguments: { extra: 1 } }), 200, -32602],
  [request('initialize', {}), 200, -32602],
  [request('tools/list', { cursor: 'next' }), 200, -32602],
  ['{"jsonrpc":', 400, -32700],
  [[request('ping')], 400, -32600],
  [{ id: 1, method: 'ping' }, 400, -32600],
  [{ jsonrpc: '2.0', id: {}, method: 'ping' }, 400, -32600],
])('%j gives status %d and error %d', async (body, status, code) => {
  const response = await post(body)
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({
    jsonrpc: '2.0',
    id: status === 200 ? 7 : null,
    error: { code, message: expect.any(String) },
  })
})

test('an error in the arguments names the argument', async () => {
  const response = await post(request('tools/call', { name: 'find_free_slot', arguments: { minutes: 1 } }))
  expect(await response.json()).toMatchObject({
    error: { message: expect.stringMatching(/^params\.arguments\.minutes: /) },
  })
})

test('a failed initialize opens no session', async () => {
  expect((await post(request('initialize', {}))).headers.has('mcp-session-id')).toBe(false)
})

test('ping needs a token and no particular scope; a response is taken note of', async () => {
  expect(await resultOf(await post(request('ping'), { claims: { scope: '' } }))).toEqual({})
  expect((await post({ jsonrpc: '2.0', id: 1, result: {} })).status).toBe(202)
})

test('an answer comes as one event where the client takes nothing else', async () => {
  const response = await post(request('ping'), { headers: { accept: 'text/event-stream' } })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(await response.text()).toBe('event: message\ndata: {"jsonrpc":"2.0","id":7,"result":{}}\n\n')
})

test.each([
  ['Accept', { accept: 'text/html' }, 406],
  ['Content-Type', { 'content-type': 'text/plain' }, 415],
  ['MCP-Protocol-Version', { 'mcp-protocol-version': '1999-01-01' }, 400],
  ['Mcp-Session-Id', { 'mcp-session-id': 'made-up' }, 404],
  ['Origin', { origin: 'https://evil.example' }, 403],
])('a wrong %s is refused', async (header, headers, status) => {
  const response = await post(request('ping'), { headers })
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ status, errors: [{ header }] })
})

test('a page from elsewhere is turned away before its token is looked at', async () => {
  const response = await world.get('/apis/agents/mcp', {
    ...json(request('ping')),
    headers: { origin: 'https://evil.example' },
  })
  expect(response.status).toBe(403)
})

test('a page of this machine may use it', async () => {
  const response = await initialize('2025-06-18', { headers: { origin: 'http://localhost:6274' } })
  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:6274')
  expect(response.headers.get('access-control-expose-headers')).toContain('Mcp-Session-Id')
})

test('a session belongs to its user and client', async () => {
  const session = (await initialize()).headers.get('mcp-session-id') ?? ''
  const headers = { 'mcp-session-id': session }
  expect((await post(request('ping'), { headers })).status).toBe(200)
  expect((await post(request('ping'), { headers, claims: { sub: 'bob' } })).status).toBe(404)
  expect((await post(request('ping'), { headers, claims: { client_id: 'other' } })).status).toBe(404)
})

test('GET opens no stream and says which methods there are', async () => {
  const response = await world.call('agents', '/mcp')
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST, DELETE, OPTIONS')
  expect((await world.call('agents', '/mcp', { method: 'DELETE' })).status).toBe(400)
})

test('without a token the challenge leads to the metadata of exactly this address', async () => {
  const response = await world.get('/apis/agents/mcp', { ...json(request('initialize')) })
  expect(response.status).toBe(401)
  const metadata = `${world.origin}/.well-known/oauth-protected-resource/apis/agents/mcp`
  expect(response.headers.get('www-authenticate')).toMatch(new RegExp(`^Bearer resource_metadata="${metadata}", DPoP `))
  expect(await (await fetch(metadata)).json()).toMatchObject({ resource: `${world.origin}/apis/agents/mcp` })
})

test.each([
  ['initialize', 'mcp:tools', 'mcp:read'],
  ['tools/list', 'mcp:tools', 'mcp:read'],
  ['tools/call', 'mcp:read', 'mcp:tools'],
])('%s is refused with only %s', async (method, scope, needed) => {
  const response = await post(request(method, { name: 'whoami' }), { claims: { scope } })
  expect(response.status).toBe(403)
  expect(response.headers.get('www-authenticate')).toContain(`error="insufficient_scope"`)
  expect(response.headers.get('www-authenticate')).toContain(`scope="${needed}"`)
})

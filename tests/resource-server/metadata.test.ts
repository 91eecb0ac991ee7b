import * as client from 'oauth4webapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_APIS } from '#shared/model/demo-api.ts'
import { createBackendSessions } from '../../electron/core/backend-sessions.ts'
import { createResourceServer } from '../../electron/core/resource-server/resource-server.ts'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const WELL_KNOWN = '/.well-known/oauth-protected-resource'
let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const SCOPES = {
  organizer: [
    'read:contacts',
    'create:contacts',
    'delete:contacts',
    'read:appointments',
    'create:appointments',
    'delete:appointments',
    'read:tasks',
    'create:tasks',
    'delete:tasks',
  ],
  'world-mappers': ['geocode', 'route'],
  photobox: ['read:pictures', 'create:pictures', 'delete:pictures'],
  agents: ['mcp:read', 'mcp:tools'],
}

test.each(DEMO_APIS)('a client library accepts the metadata of $name', async ({ name }) => {
  const resource = new URL(`${world.origin}/apis/${name}`)
  const response = await client.resourceDiscoveryRequest(resource, { [client.allowInsecureRequests]: true })
  expect(response.url).toBe(`${world.origin}${WELL_KNOWN}/apis/${name}`)
  expect(await client.processResourceDiscoveryResponse(resource, response)).toMatchObject({
    resource: resource.href,
    authorization_servers: [world.origin],
    scopes_supported: SCOPES[name],
    bearer_methods_supported: ['header'],
    resource_name: `The ${name} API`,
    resource_documentation: resource.href,
    dpop_signing_alg_values_supported: expect.arrayContaining(['ES256']),
  })
})

test.each(['/apis/agents/mcp', '/apis/organizer/contacts'])(
  'an address below an API has metadata of its own: %s',
  async (path) => {
    const resource = new URL(`${world.origin}${path}`)
    const response = await client.resourceDiscoveryRequest(resource, { [client.allowInsecureRequests]: true })
    expect((await client.processResourceDiscoveryResponse(resource, response)).resource).toBe(resource.href)
  },
)

test.each([
  WELL_KNOWN,
  `${WELL_KNOWN}/`,
  `${WELL_KNOWN}/apis`,
  `${WELL_KNOWN}/apis/nothing`,
  `${WELL_KNOWN}/apis/organizer/x`,
])('%s is not found, and says what is', async (path) => {
  const response = await world.get(path)
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({
    known: expect.arrayContaining([
      `${world.origin}${WELL_KNOWN}/apis/organizer`,
      `${world.origin}${WELL_KNOWN}/apis/agents/mcp`,
    ]),
  })
})

test('an issuer with a path has it behind the well-known part', async () => {
  const server = createResourceServer({
    now: () => Date.now() / 1000,
    issuer: 'https://id.example/realm',
    issuerEndpoint: 'http://127.0.0.1:9',
    introspectionClient: { client_id: 'x', client_secret: 'y' },
    sessions: createBackendSessions(),
    isRevoked: () => false,
    apis: () => [],
  })
  const refused = await server.fetch(new Request('http://127.0.0.1/apis/photobox/pictures'))
  const metadata = `https://id.example${WELL_KNOWN}/realm/apis/photobox`
  expect(refused.headers.get('www-authenticate')).toContain(`resource_metadata="${metadata}"`)
  for (const path of [`${WELL_KNOWN}/realm/apis/photobox`, `${WELL_KNOWN}/apis/photobox`]) {
    const answer = await server.fetch(new Request(`http://127.0.0.1${path}`))
    expect(await answer.json()).toMatchObject({
      resource: 'https://id.example/realm/apis/photobox',
      resource_name: 'PhotoBox API',
    })
  }
})

test('the list of APIs and the description of each can be read without a token', async () => {
  const list = (await (await world.get('/apis')).json()) as { apis: { name: string; address: string }[] }
  expect(list.apis.map(({ name }) => name)).toEqual(['organizer', 'world-mappers', 'photobox', 'agents'])
  const description = await (await world.get('/apis/organizer')).json()
  expect(description).toMatchObject({
    identifier: 'https://organizer.test/api',
    address: `${world.origin}/apis/organizer`,
    resource_metadata: `${world.origin}${WELL_KNOWN}/apis/organizer`,
    scopes: expect.arrayContaining([{ name: 'read:contacts', description: 'May read:contacts' }]),
    operations: expect.arrayContaining([
      {
        method: 'GET',
        address: `${world.origin}/apis/organizer/contacts`,
        scope: 'read:contacts',
        summary: 'Lists contacts',
      },
    ]),
  })
  expect(await (await world.get('/apis/agents')).json()).toMatchObject({
    methods: expect.arrayContaining([{ method: 'tools/call', scope: 'mcp:tools', summary: 'Calls a tool' }]),
  })
})

test('an unknown API names the known ones', async () => {
  const response = await world.get('/apis/nothing/at/all')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ known: expect.arrayContaining([`${world.origin}/apis/photobox`]) })
})

test('descriptions and metadata can only be read', async () => {
  for (const path of ['/apis', '/apis/organizer', `${WELL_KNOWN}/apis/organizer`]) {
    const response = await world.get(path, { method: 'POST' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect((await world.get(path, { method: 'HEAD' })).status).toBe(200)
    expect((await world.get(path, { method: 'OPTIONS' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  }
})

/** What can be called of the APIs that come with the program, so that a scope is allowed to do something. */
import type { Api } from '../model/api.ts'
import { DEMO_APIS, demoApiAddress, type DemoApiName } from '../model/demo-api.ts'
import type { FlowApi, FlowApiCall, JsonObject } from './flow.ts'

type CallRow = readonly [title: string, method: string, path: string, scope: string, body?: JsonObject]

const CALLS: Readonly<Record<DemoApiName, readonly CallRow[]>> = {
  organizer: [
    ['Read the appointments', 'GET', '/appointments', 'read:appointments'],
    ['Read the contacts', 'GET', '/contacts', 'read:contacts'],
    ['Read the tasks', 'GET', '/tasks', 'read:tasks'],
    ['Add a task', 'POST', '/tasks', 'create:tasks', { title: 'Learn OAuth' }],
    ['Add a contact', 'POST', '/contacts', 'create:contacts', { name: 'Dora Diaz' }],
  ],
  'world-mappers': [
    ['Find an address', 'GET', '/geocode?q=Berlin', 'geocode'],
    ['Plan a route', 'GET', '/route?from=Berlin&to=Paris', 'route'],
  ],
  photobox: [
    ['See the pictures', 'GET', '/pictures', 'read:pictures'],
    ['Add a picture', 'POST', '/pictures', 'create:pictures', { title: 'Sunset' }],
  ],
  agents: [
    ['List the tools', 'POST', '/mcp', 'mcp:read', rpc('tools/list', {})],
    ['Use a tool', 'POST', '/mcp', 'mcp:tools', rpc('tools/call', { name: 'whoami', arguments: {} })],
  ],
}

/** Undefined for an API that is not served here. */
export function demoCalls(issuer: string, identifier: string): readonly FlowApiCall[] | undefined {
  const api = DEMO_APIS.find((demo) => demo.identifier === identifier)
  return api && CALLS[api.name].map((row) => buildCall(demoApiAddress(issuer, api.name), row))
}

function buildCall(address: string, [title, method, path, scope, body]: CallRow): FlowApiCall {
  const call = { title, method, url: `${address}${path}`, scope }
  return body === undefined ? call : { ...call, body: JSON.stringify(body) }
}

/** JSON-RPC 2.0, as the Model Context Protocol speaks it. */
function rpc(method: string, params: JsonObject): JsonObject {
  return { jsonrpc: '2.0', id: 1, method, params }
}

/** The API as a walkthrough has it. */
export function withCalls(issuer: string, { identifier, name }: Pick<Api, 'identifier' | 'name'>): FlowApi {
  return { identifier, name, calls: demoCalls(issuer, identifier) }
}

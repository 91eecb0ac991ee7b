/** A client of the Model Context Protocol as its specification has it, in nothing but fetch: all it is told is one address. */
import { createHash, randomBytes } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Program, startProgram } from '../support/program.ts'
import { UserAgent } from '../support/user-agent.ts'

let program: Program

beforeAll(async () => {
  program = await startProgram()
})
afterAll(() => program[Symbol.asyncDispose]())

type Json = Readonly<Record<string, unknown>>

const REDIRECT = 'http://127.0.0.1:33418/callback'

async function getJson(url: string, init?: RequestInit): Promise<Json> {
  const response = await fetch(url, init)
  expect(response.ok, `${url} answered ${response.status}`).toBe(true)
  return (await response.json()) as Json
}

function postJson(body: object, headers: Record<string, string> = {}): RequestInit {
  const accept = 'application/json, text/event-stream'
  return {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', accept, ...headers },
  }
}

/** The server refuses, and its refusal says where to read on. */
async function findIssuer(server: string): Promise<{ resource: Json; metadata: Json; scope: string }> {
  const refused = await fetch(server, postJson({ jsonrpc: '2.0', id: 0, method: 'initialize', params: {} }))
  expect(refused.status).toBe(401)
  const challenge = refused.headers.get('www-authenticate') ?? ''
  const [, address = ''] = /resource_metadata="([^"]+)"/.exec(challenge) ?? []
  const resource = await getJson(address)
  const [issuer = ''] = resource['authorization_servers'] as string[]
  const metadata = await getJson(`${issuer}/.well-known/oauth-authorization-server`)
  return { resource, metadata, scope: (resource['scopes_supported'] as string[]).join(' ') }
}

function register(metadata: Json, scope: string): Promise<Json> {
  const client = {
    client_name: 'Assistant',
    redirect_uris: [REDIRECT],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    scope,
  }
  return getJson(String(metadata['registration_endpoint']), postJson(client))
}

async function authorize(metadata: Json, client: Json, resource: string, scope: string): Promise<Json> {
  const code_verifier = randomBytes(32).toString('base64url')
  const url = new URL(String(metadata['authorization_endpoint']))
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: String(client['client_id']),
    redirect_uri: REDIRECT,
    state: 'mine',
    scope,
    resource,
    code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  const landed = new URL((await new UserAgent().signIn(url.href)).url)
  expect(landed.searchParams.get('state')).toBe('mine')
  return requestToken(metadata, {
    grant_type: 'authorization_code',
    code: landed.searchParams.get('code') ?? '',
    redirect_uri: REDIRECT,
    client_id: String(client['client_id']),
    code_verifier,
    resource,
  })
}

function requestToken(metadata: Json, params: Record<string, string>): Promise<Json> {
  return getJson(String(metadata['token_endpoint']), { method: 'POST', body: new URLSearchParams(params) })
}

async function converse(server: string, token: string) {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` }
  const ask = async (method: string, params: object = {}) => {
    const response = await fetch(server, postJson({ jsonrpc: '2.0', id: 1, method, params }, headers))
    const session = response.headers.get('mcp-session-id')
    if (session !== null) headers['mcp-session-id'] = session
    const { result } = (await response.json()) as { result: Json }
    return result
  }
  const client = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'assistant', version: '1' } }
  const { protocolVersion } = await ask('initialize', client)
  headers['mcp-protocol-version'] = String(protocolVersion)
  expect((await fetch(server, postJson({ jsonrpc: '2.0', method: 'notifications/initialized' }, headers))).status).toBe(
    202,
  )
  return { tools: await ask('tools/list'), whoami: await ask('tools/call', { name: 'whoami', arguments: {} }) }
}

describe('a client of the Model Context Protocol', () => {
  it('gets from the address of the server to the answer of a tool', async () => {
    const server = `${program.issuer}/apis/agents/mcp`
    const { resource, metadata, scope } = await findIssuer(server)
    expect(resource['resource']).toBe(server)
    expect(metadata).toMatchObject({ code_challenge_methods_supported: ['S256'] })

    const client = await register(metadata, scope)
    const tokens = await authorize(metadata, client, server, scope)
    const { tools, whoami } = await converse(server, String(tokens['access_token']))
    expect(tools).toMatchObject({
      tools: expect.arrayContaining([expect.objectContaining({ name: 'find_free_slot' })]),
    })
    expect(whoami).toMatchObject({
      isError: false,
      structuredContent: { sub: 'alice', client_id: client['client_id'] },
    })
  })

  it('finds the same metadata at every address that is probed for it', async () => {
    const wellKnown = `${program.issuer}/.well-known/oauth-protected-resource/apis/agents`
    expect(await getJson(`${wellKnown}/mcp`)).toMatchObject({ resource: `${program.issuer}/apis/agents/mcp` })
    expect(await getJson(wellKnown)).toMatchObject({ resource: `${program.issuer}/apis/agents` })
    const oauth = await getJson(`${program.issuer}/.well-known/oauth-authorization-server`)
    expect(await getJson(`${program.issuer}/.well-known/openid-configuration`)).toEqual(oauth)
  })

  it('refreshes its token for the same server', async () => {
    const server = `${program.issuer}/apis/agents/mcp`
    const { metadata } = await findIssuer(server)
    const scope = 'mcp:read mcp:tools offline_access'
    const client = await register(metadata, scope)
    const { refresh_token } = await authorize(metadata, client, server, scope)
    const params = {
      grant_type: 'refresh_token',
      refresh_token: String(refresh_token),
      client_id: String(client['client_id']),
    }
    const renewed = await requestToken(metadata, { ...params, resource: server })
    const { whoami } = await converse(server, String(renewed['access_token']))
    expect(whoami).toMatchObject({ structuredContent: { sub: 'alice' } })
  })
})

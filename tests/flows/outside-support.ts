/** Issuers that are not the program's own: a second Valet Key with other settings, and a bare oidc-provider. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { type Configuration, Provider } from 'oidc-provider'
import { onTestFinished } from 'vitest'

import type { Choice } from '#shared/flows/flow.ts'
import { findFlow } from '#shared/flows/flows.ts'
import { asOutsideClient, outsideChoice } from '#shared/flows/outside.ts'
import type { OutsideClientFile } from '#shared/contract/outside-issuer.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'
import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'

import type { Core } from '../../electron/core/create-core.ts'
import { type Page, UserAgent } from '../support/user-agent.ts'
import { startCore } from './support.ts'

export const SECRET = 'a-secret-that-stands-nowhere-else'
const ROADS = 'https://roads.test/api'

/** Where the browser comes back to a walkthrough. */
export function callbackOf(core: Core): string {
  return `${core.program.screens}/callback`
}

/** Other clients, scopes and tokens than the first one has by itself. */
export function startSecond(core: Core): Promise<Core> {
  const redirect_uris = [callbackOf(core)]
  const scope = 'openid profile offline_access read:roads'
  const client = { redirect_uris, post_logout_redirect_uris: redirect_uris, scope, valetkey: { defaultApi: ROADS } }
  return startCore({
    config: {
      scenarios: [],
      users: [{ username: 'zoe', password: 'zoe', claims: { name: 'Zoe Zimmer' } }],
      apis: [{ identifier: ROADS, name: 'Roads', tokenFormat: 'opaque', scopes: [{ name: 'read:roads' }] }],
      clients: [
        {
          ...client,
          client_id: 'web',
          client_secret: SECRET,
          grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
          response_types: ['code'],
        },
        { ...client, client_id: 'spa', token_endpoint_auth_method: 'none', grant_types: ['authorization_code'] },
        {
          client_id: 'robot',
          client_secret: SECRET,
          grant_types: ['client_credentials'],
          response_types: [],
          scope: 'read:roads',
          valetkey: { defaultApi: ROADS },
        },
      ],
    },
  })
}

/** As its documentation has it, but for the clients. */
export async function startBare(core: Core, changes: Configuration = {}): Promise<string> {
  const server = createServer()
  const origin = await listen(server)
  const provider = new Provider(origin, {
    clients: [
      {
        client_id: 'bare',
        client_secret: SECRET,
        redirect_uris: [callbackOf(core)],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
      {
        client_id: 'robot',
        client_secret: SECRET,
        redirect_uris: [],
        grant_types: ['client_credentials'],
        response_types: [],
      },
    ],
    cookies: { keys: ['a key'] },
    features: { clientCredentials: { enabled: true } },
    ...changes,
  })
  const handle = provider.callback()
  server.on('request', (request, response) => void handle(request, response))
  return origin
}

export async function startServer(answer: RequestListener): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer(answer)
  const origin = await listen(server)
  return { origin, close: () => close(server) }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => close(server))
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return
  await new Promise((resolve) => server.close(resolve).closeAllConnections())
}

export async function addIssuer(core: Core, address: string, clients: readonly OutsideClientFile[] = []) {
  return (await core.call('issuers.create', { issuer: { address, clients } })).value
}

/** What the setup begins with, for this client. */
export async function chooseAt(core: Core, id: string, flow: string, client_id: string, change: Partial<Choice> = {}) {
  const issuer = (await core.call('issuers.get', { id })).value as unknown as OutsideIssuer
  const [client, found] = [issuer.clients.find((item) => item.client_id === client_id), findFlow(flow)]
  if (!client || !found) throw new Error(`there is no ${flow} for ${client_id}`)
  return { ...outsideChoice(found, issuer, asOutsideClient(client)), ...change }
}

export async function beginAt(core: Core, id: string, flow: string, client_id: string, change: Partial<Choice> = {}) {
  return core.call('runs.create', { flow, choice: await chooseAt(core, id, flow, client_id, change) })
}

/** To the end, with a person in a browser of their own wherever one is waited for. */
export async function walkWith(core: Core, { id }: Pick<FlowRun, 'id'>, signIn: SignIn): Promise<FlowRun> {
  let run = await core.call('runs.runTo', { id, answer: true })
  for (let visits = 0; visits < 4 && run.state === 'waiting'; visits += 1) {
    const page = await signIn(run.browserAddress ?? '')
    if (page.url.startsWith(callbackOf(core))) await new UserAgent().fetch(page.url)
    else await core.call('runs.next', { id })
    run = await core.call('runs.runTo', { id, answer: true })
  }
  return run
}

type SignIn = (address: string) => Promise<Page>

export function signInAs(user: string): SignIn {
  const agent = new UserAgent()
  return (address) => agent.signIn(address, { user })
}

/** The address with the code in it is opened, the code compared, and then it is a sign-in as any other. */
export function confirmDeviceAs(user: string): SignIn {
  const agent = new UserAgent()
  return async (address) => {
    const page = await agent.open(address)
    const hidden = [...page.body.matchAll(/<input(?=[^>]*name="(\w+)")(?=[^>]*value="([^"]*)")[^>]*>/g)]
    const fields = hidden.map(([, name = '', value = '']): [string, string] => [name, value])
    const next = await agent.submit(page, [...fields, ['confirm', 'yes']])
    return agent.signIn(next.url, { user })
  }
}

/** The pages that oidc-provider comes with take any name. */
export function signInBare(): SignIn {
  const agent = new UserAgent()
  return async (address) => {
    let page = await agent.open(address)
    for (let pages = 0; pages < 4; pages += 1) {
      const prompt = /name="prompt" value="(\w+)"/.exec(page.body)?.[1]
      if (prompt === undefined) break
      const action = /<form[^>]*action="([^"]*)"/.exec(page.body)?.[1] ?? page.url
      const fields: [string, string][] = [
        ['prompt', prompt],
        ['login', 'somebody'],
        ['password', 'anything'],
      ]
      page = await agent.submit(page, fields, action)
    }
    return page
  }
}

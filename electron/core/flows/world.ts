/** What the steps of a run build on: the issuer as it describes itself, the client with its secret, the API. */
import type { JSONWebKeySet } from 'jose'

import { ValetKeyError } from '#shared/errors.ts'
import { parseObject } from '#shared/flows/answer.ts'
import { withCalls } from '#shared/flows/demo-calls.ts'
import type { Answer, Choice, Context, FlowApi, IssuerMetadata, Known } from '#shared/flows/flow.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import type { FlowParts } from './flow-engine.ts'
import { createFlowTools } from './tools/flow-tools.ts'
import { validateTokenAnswer } from './tools/validate-token-answer.ts'

/** Fetches an address in the name of a step. */
export type Fetch = (address: string) => Promise<Answer>

export interface World {
  /** Undefined when there is none of that name. */
  findClient(client_id: string): ClientMetadata | undefined
  findApi(identifier: string): FlowApi | undefined
  /** What the issuer says of itself is read once for a run, as a client does when it starts. */
  buildContext(run: Pick<FlowRun, 'id' | 'choice' | 'redirect_uri'>, known: Known, fetch: Fetch): Promise<Context>
  forget(run: string): void
}

const WELL_KNOWN = '/.well-known/openid-configuration'

export function createWorld({ store, issuer, privateKeyOf, keepTokens }: FlowParts): World {
  const findClient = (client_id: string) => store.clients.get(client_id)?.metadata
  const findApi = (identifier: string) => {
    const api = store.apis.get(identifier)
    return api && withCalls(issuer.address, api)
  }

  const discovered = new Map<string, IssuerMetadata>()

  async function discover(run: string, fetch: Fetch): Promise<IssuerMetadata> {
    const metadata = discovered.get(run) ?? (await loadMetadata(issuer.address, fetch))
    discovered.set(run, metadata)
    return metadata
  }

  function clientOf({ client_id }: Pick<Choice, 'client_id'>): ClientMetadata {
    const client = findClient(client_id)
    if (client) return client
    throw new ValetKeyError('not_found', `The application ${client_id} is not registered any more.`)
  }

  return {
    findClient,
    findApi,
    forget: (run) => void discovered.delete(run),
    async buildContext({ id, choice, redirect_uri }, known, fetch) {
      const client = clientOf(choice)
      const metadata = await discover(id, fetch)
      let keys: Promise<JSONWebKeySet> | undefined
      return {
        choice,
        issuer: metadata,
        client,
        privateKey: privateKeyOf(client.client_id),
        api: choice.api === undefined ? undefined : findApi(choice.api),
        second: choice.second_client_id === undefined ? undefined : findClient(choice.second_client_id),
        password: store.users.get(choice.user)?.password,
        redirect_uri,
        known,
        tools: createFlowTools({
          client,
          backend: { address: `${issuer.address}/apis/backend`, keepTokens },
          loadKeys: () => (keys ??= loadKeys(metadata.jwks_uri, fetch)),
          validateTokenAnswer: (answer, grant, by = client) => validateTokenAnswer(metadata, by, answer, grant),
        }),
      }
    },
  }
}

async function loadMetadata(issuer: string, fetch: Fetch): Promise<IssuerMetadata> {
  const found = parseObject((await fetch(`${issuer}${WELL_KNOWN}`)).body)
  if (isMetadata(found)) return found
  throw new ValetKeyError('no_issuer', `${issuer} answers, but its discovery document cannot be read.`)
}

function isMetadata(value: unknown): value is IssuerMetadata {
  if (typeof value !== 'object' || value === null) return false
  return ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri'].every(
    (name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'string',
  )
}

async function loadKeys(address: string, fetch: Fetch): Promise<JSONWebKeySet> {
  const found = parseObject((await fetch(address)).body)
  if (Array.isArray(found?.['keys'])) return found as unknown as JSONWebKeySet
  throw new ValetKeyError('no_keys', `${address} answers, but not with the keys of the issuer.`)
}

/** What the steps of a run build on: the issuer as it describes itself, the client with its secret, the API. */
import type { JSONWebKeySet } from 'jose'

import { ValetKeyError } from '#shared/errors.ts'
import { parseObject } from '#shared/flows/answer.ts'
import { withCalls } from '#shared/flows/demo-calls.ts'
import type { Answer, Choice, Context, FlowApi, IssuerMetadata, Known } from '#shared/flows/flow.ts'
import { asFlowApi } from '#shared/flows/outside.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import { epochSeconds } from '../store/epoch-seconds.ts'
import type { FlowParts } from './flow-engine.ts'
import { findOutside, type Outside } from './outside/find-outside.ts'
import { createFlowTools } from './tools/flow-tools.ts'
import { validateTokenAnswer } from './tools/validate-token-answer.ts'

/** Fetches an address in the name of a step. */
export type Fetch = (address: string) => Promise<Answer>

export interface World {
  /** Who takes part in a choice; undefined where there is none of that name. */
  findParties(choice: Choice): WorldParties
  /** Undefined for a run against the program's own issuer; throws when it is not there any more. */
  findOutside(choice: Pick<Choice, 'issuer'>): Outside | undefined
  /** What the issuer says of itself is read once for a run, as a client does when it starts. */
  buildContext(run: Pick<FlowRun, 'id' | 'choice' | 'redirect_uri'>, known: Known, fetch: Fetch): Promise<Context>
  forget(run: string): void
}

export interface WorldParties {
  readonly outside: Outside | undefined
  readonly client: ClientMetadata | undefined
  readonly api: FlowApi | undefined
  readonly second: ClientMetadata | undefined
}

const WELL_KNOWN = '/.well-known/openid-configuration'

export function createWorld({ store, issuer, privateKeyOf, keepTokens }: FlowParts): World {
  const discovered = new Map<string, IssuerMetadata>()

  function findApi(identifier: string): FlowApi | undefined {
    const api = store.apis.get(identifier)
    return api && withCalls(issuer.address, api)
  }

  function findOutsideApi({ issuer: { api } }: Outside, identifier: string): FlowApi | undefined {
    return api?.url === identifier ? asFlowApi(api) : undefined
  }

  function findParties(choice: Choice): WorldParties {
    const outside = findOutside({ store }, choice)
    const findClient = (client_id: string) =>
      outside ? outside.findClient(client_id) : store.clients.get(client_id)?.metadata
    const { api, second_client_id: second } = choice
    return {
      outside,
      client: findClient(choice.client_id),
      api: api === undefined ? undefined : outside ? findOutsideApi(outside, api) : findApi(api),
      second: second === undefined ? undefined : findClient(second),
    }
  }

  async function discover(run: string, outside: Outside | undefined, fetch: Fetch): Promise<IssuerMetadata> {
    const known = discovered.get(run)
    if (known) return known
    const metadata = outside
      ? await loadOutsideMetadata(outside, fetch)
      : await loadMetadata(issuer.address, `${issuer.address}${WELL_KNOWN}`, fetch)
    discovered.set(run, metadata)
    return metadata
  }

  return {
    findParties,
    findOutside: (choice) => findOutside({ store }, choice),
    forget: (run) => void discovered.delete(run),
    async buildContext({ id, choice, redirect_uri }, known, fetch) {
      const { outside, client, api, second } = findParties(choice)
      if (!client) throw new ValetKeyError('not_found', `The application ${choice.client_id} is not there any more.`)
      const { client_id } = client
      const metadata = await discover(id, outside, fetch)
      let keys: Promise<JSONWebKeySet> | undefined
      return {
        choice,
        issuer: metadata,
        client,
        privateKey: outside ? outside.privateKeyOf(client_id) : privateKeyOf(client_id),
        api,
        second,
        password: outside ? undefined : store.users.get(choice.user)?.password,
        redirect_uri,
        known,
        tools: createFlowTools({
          client,
          now: outside ? epochSeconds : store.issuerNow,
          backend: { address: `${issuer.address}/apis/backend`, keepTokens },
          unveil: (secret) => outside?.unveil(client_id, secret) ?? secret,
          loadKeys: () => (keys ??= loadKeys(metadata.jwks_uri, fetch)),
          validateTokenAnswer: (answer, grant, by = client) =>
            validateTokenAnswer(
              { issuer: metadata, client: by, clockSkew: outside ? 0 : store.settings.get().clock.offset },
              answer,
              grant,
            ),
        }),
      }
    },
  }
}

async function loadMetadata(issuer: string, address: string, fetch: Fetch): Promise<IssuerMetadata> {
  const found = parseObject((await fetch(address)).body)
  if (isMetadata(found)) return found
  throw new ValetKeyError('no_issuer', `${issuer} answers, but its discovery document cannot be read.`)
}

/** It may have become another one since it was added (RFC 8414 section 3.3). */
async function loadOutsideMetadata({ issuer: { issuer, discovery } }: Outside, fetch: Fetch): Promise<IssuerMetadata> {
  const metadata = await loadMetadata(issuer, discovery, fetch)
  if (metadata.issuer === issuer) return metadata
  throw new ValetKeyError(
    'issuer_mismatch',
    `${discovery} now says that it is ${metadata.issuer}. It was added as ${issuer}, and only that one is asked.`,
  )
}

/** What else a step needs, it asks for itself. */
function isMetadata(value: unknown): value is IssuerMetadata {
  return typeof value === 'object' && value !== null && 'issuer' in value && typeof value.issuer === 'string'
}

async function loadKeys(address: string | undefined, fetch: Fetch): Promise<JSONWebKeySet> {
  if (address === undefined)
    throw new ValetKeyError('no_keys', 'The issuer names no jwks_uri, so it publishes no keys.')
  const found = parseObject((await fetch(address)).body)
  if (Array.isArray(found?.['keys'])) return found as unknown as JSONWebKeySet
  throw new ValetKeyError('no_keys', `${address} answers, but not with the keys of the issuer.`)
}

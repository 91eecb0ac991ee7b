/** The outside issuer of a run, with the client of the choice, and where its secret comes from. */
import { ValetKeyError } from '#shared/errors.ts'
import type { Choice, Draft, JsonObject } from '#shared/flows/flow.ts'
import { asOutsideClient, needsKey, needsSecret } from '#shared/flows/outside.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import { KEPT_SECRET, type OutsideIssuer } from '#shared/model/outside-issuer.ts'

import { notFound } from '../failures.ts'
import type { FlowParts } from '../flow-engine.ts'
import { fillIn } from './fill-in.ts'

export interface Outside {
  readonly issuer: OutsideIssuer
  /** Origins at which its metadata place an endpoint. */
  readonly endpoints: ReadonlySet<string>
  /** Those, and the API's. */
  readonly origins: ReadonlySet<string>
  findClient(client_id: string): ClientMetadata | undefined
  privateKeyOf(client_id: string): JsonObject | undefined
  /** What is missing before this client can prove who it is, in words. */
  checkSecrets(client_id: string): string | undefined
  /** The secret that stands behind what is shown. */
  unveil(client_id: string, secret: string): string
  /** As it goes out: with the secret in place of what stands for it, at the issuer's own endpoints only. */
  fillIn(draft: Draft): Draft
}

/** Undefined for a run against the program's own issuer. */
export function findOutside(
  { store }: Pick<FlowParts, 'store'>,
  { issuer: id }: Pick<Choice, 'issuer'>,
): Outside | undefined {
  if (id === undefined) return undefined
  const issuer = store.outsideIssuers.get(id)
  if (!issuer)
    throw notFound('outside issuer', id, 'It may have been removed. Add it again, or begin with another one.')
  return buildOutside(store, issuer)
}

function buildOutside({ outsideSecrets }: FlowParts['store'], issuer: OutsideIssuer): Outside {
  const { id, clients, metadata, api } = issuer
  const named = Object.entries(metadata).filter(([name]) => name.endsWith('_endpoint') || name === 'jwks_uri')
  const endpoints = new Set([issuer.discovery, ...named.map(([, value]) => value)].flatMap(originOf))
  const find = (client_id: string) => clients.find((client) => client.client_id === client_id)
  const secretsOf = (client_id: string) => outsideSecrets.get(id, client_id)

  function checkSecrets(client_id: string): string | undefined {
    const client = find(client_id)
    const { client_secret, private_key } = secretsOf(client_id)
    if (client && needsSecret(client) && client_secret === undefined) return isGone('secret', client_id, issuer)
    if (client && needsKey(client) && private_key === undefined) return isGone('private key', client_id, issuer)
    return undefined
  }

  function unveil(client_id: string, secret: string): string {
    if (secret !== KEPT_SECRET) return secret
    const { client_secret } = secretsOf(client_id)
    if (client_secret !== undefined) return client_secret
    throw new ValetKeyError('secret_missing', isGone('secret', client_id, issuer))
  }

  return {
    issuer,
    endpoints,
    origins: new Set([...endpoints, ...originOf(api?.url ?? '')]),
    findClient(client_id) {
      const client = find(client_id)
      return client && asOutsideClient(client)
    },
    privateKeyOf: (client_id) => secretsOf(client_id).private_key,
    checkSecrets,
    unveil,
    fillIn: (draft) => (endpoints.has(originOf(draft.url)[0] ?? '') ? fillIn(draft, unveil) : draft),
  }
}

function originOf(address: unknown): readonly string[] {
  return typeof address === 'string' && URL.canParse(address) ? [new URL(address).origin] : []
}

function isGone(what: string, client_id: string, { name }: OutsideIssuer): string {
  return (
    `The ${what} of ${client_id} is not here: without a keychain it is kept until the program ends. ` +
    `Type it in again at Walkthroughs, Other issuers, ${name}.`
  )
}

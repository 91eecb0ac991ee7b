import type { Jwk } from '#shared/model/key.ts'
import { type JsonObject, parseJsonObject } from '#shared/tokens/json-object.ts'

import { isJwk } from './candidate-key.ts'
import { NoKeys } from './no-keys.ts'

const PATIENCE_MS = 5000
const MOST_BYTES = 1024 * 1024

interface FetchedKeySet {
  readonly keys: readonly Jwk[]
  /** Where the keys stood at last. */
  readonly address: string
  /** Of the discovery document that led there. */
  readonly issuer?: string | undefined
}

/** From a key set, from a discovery document that names one, or from an issuer that has such a document. */
export async function fetchKeySet(address: string): Promise<FetchedKeySet> {
  const first = await fetchObject(address)
  if (first.object !== undefined && Array.isArray(first.object['keys']))
    return { keys: readKeys(first.object), address }
  const discovered = typeof first.object?.['jwks_uri'] === 'string' ? first.object : await discover(address, first.said)
  const [jwksUri, issuer] = [discovered['jwks_uri'], discovered['issuer']]
  if (typeof jwksUri !== 'string' || !/^https?:/.test(jwksUri) || !URL.canParse(jwksUri)) {
    throw new NoKeys('no key set', `The discovery document has no jwks_uri that can be asked.`)
  }
  const { object, said } = await fetchObject(jwksUri)
  if (object === undefined) throw new NoKeys('no key set', said)
  return { keys: readKeys(object), address: jwksUri, ...(typeof issuer === 'string' && { issuer }) }
}

async function discover(address: string, said: string): Promise<JsonObject> {
  if (address.includes('/.well-known/')) throw new NoKeys('no key set', said)
  const base = address.split(/[?#]/)[0]?.replace(/\/$/, '') ?? address
  const { object } = await fetchObject(`${base}/.well-known/openid-configuration`)
  if (object === undefined || object['jwks_uri'] === undefined) throw new NoKeys('no key set', said)
  return object
}

function readKeys(set: JsonObject): readonly Jwk[] {
  const { keys } = set
  return Array.isArray(keys) ? keys.filter(isJwk) : []
}

/** `said`: what came instead of a JSON object. */
async function fetchObject(address: string): Promise<{ object?: JsonObject; said: string }> {
  const response = await send(address)
  const text = await readBounded(response, address)
  if (response.status >= 500) throw new NoKeys('address refused', `${address} answered ${response.status}.`)
  const object = response.ok ? parseJsonObject(text) : undefined
  const said = response.ok ? `${address} answered no JSON object.` : `${address} answered ${response.status}.`
  return object === undefined ? { said } : { object, said: `${address} holds neither keys nor a jwks_uri.` }
}

async function send(address: string): Promise<Response> {
  try {
    return await fetch(address, {
      headers: { accept: 'application/jwk-set+json, application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  } catch (error) {
    throw new NoKeys('address unreachable', explain(error, address))
  }
}

async function readBounded(response: Response, address: string): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.length > MOST_BYTES) throw new NoKeys('no key set', `${address} answered more than 1 MB.`)
    }
  } catch (error) {
    throw error instanceof NoKeys ? error : new NoKeys('address unreachable', explain(error, address))
  }
  return text
}

function explain(error: unknown, address: string): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `${address} did not answer within 5 seconds.`
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message || String(Reflect.get(cause, 'code') ?? cause.name) : String(cause)
}

/**
 * Asks an issuer elsewhere what it says of itself. The person names the address, so it may be any, on this machine, in
 * the network or beyond; a redirect is never followed, since it would be an address that nobody has named.
 */
import { parseObject } from '#shared/flows/answer.ts'
import type { IssuerMetadata } from '#shared/flows/flow.ts'
import { ValetKeyError } from '#shared/errors.ts'

import { checkMetadata } from './check-metadata.ts'
import { explainNetwork } from './explain-network.ts'
import { wellKnownAddresses } from './well-known.ts'

export interface Discovered {
  readonly issuer: string
  readonly discovery: string
  readonly metadata: IssuerMetadata
}

type Fetch = typeof globalThis.fetch

/** Milliseconds. */
const LIMIT = 10_000
const MOST_TEXT = 512 * 1024

export async function discover(address: string, fetch: Fetch): Promise<Discovered> {
  const failures: string[] = []
  for (const discovery of wellKnownAddresses(address)) {
    const answer = await ask(discovery, fetch)
    if ('failure' in answer) failures.push(answer.failure)
    else return { ...checkMetadata(address, discovery, answer.found), discovery }
  }
  throw new ValetKeyError(
    'no_issuer',
    `No issuer was found at ${address}. ${failures.join(' ')} Is it the issuer's own address, with its path and without what comes after?`,
  )
}

type Asked = { readonly failure: string } | { readonly found: Readonly<Record<string, unknown>> }

async function ask(address: string, fetch: Fetch): Promise<Asked> {
  const response = await fetch(address, {
    redirect: 'manual',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(LIMIT),
  }).catch((error: unknown) => {
    throw explainNetwork(address, error, LIMIT)
  })
  const { status, headers } = response
  const location = headers.get('location')
  if (status >= 300 && status < 400) {
    await response.body?.cancel()
    return { failure: `${address} sends on to ${location ?? 'nowhere'}: if the issuer is there, name that address.` }
  }
  if (status !== 200) {
    await response.body?.cancel()
    return { failure: `${address} answered ${status}.` }
  }
  const text = await readText(address, response)
  const found = parseObject(text)
  if (found === undefined) {
    return {
      failure: `${address} answered with ${headers.get('content-type') ?? 'something'}, which is no JSON object.`,
    }
  }
  return { found }
}

async function readText(address: string, response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.length > MOST_TEXT) break
    }
  } catch (error) {
    throw explainNetwork(address, error, LIMIT)
  }
  return text
}

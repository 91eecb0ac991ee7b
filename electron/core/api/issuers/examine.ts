/** Asks at an address as an application would, and as a browser would for a page; what came of it is explained in `shared/doctor`. */
import type { Output } from '#shared/contract/calls/calls.ts'
import { type AddressFacts, explainAddress } from '#shared/doctor/explain-address.ts'
import { ValetKeyError } from '#shared/errors.ts'
import { parseObject } from '#shared/flows/answer.ts'

import { explainNetwork } from './explain-network.ts'

type Fetch = typeof globalThis.fetch

/** Milliseconds. */
const LIMIT = 5000
const MOST_TEXT = 512 * 1024

interface Examination {
  readonly address: string
  /** Of the page that would read it. */
  readonly origin: string
  readonly own: AddressFacts['own']
}

export async function examineAddress(
  { address, origin, own }: Examination,
  fetch: Fetch,
): Promise<Output<'issuers.examine'>> {
  const discovery = `${address.replace(/\/$/, '')}/.well-known/openid-configuration`
  const [answer, isAllowed] = await Promise.all([
    askAsApplication(discovery, fetch),
    mayPageRead(discovery, origin, fetch),
  ])
  const facts = { address, discovery, answer, browser: { origin, isAllowed }, own }
  return {
    address,
    discovery,
    issuer: answer.kind === 'document' ? (answer.issuer ?? null) : null,
    origin,
    isReadByPages: isAllowed,
    findings: [...explainAddress(facts)],
  }
}

async function askAsApplication(discovery: string, fetch: Fetch): Promise<AddressFacts['answer']> {
  const response = await ask(discovery, {}, fetch)
  if (response instanceof ValetKeyError) return { kind: 'unreachable', why: response.message }
  const { status, headers } = response
  const location = headers.get('location')
  if (status !== 200) {
    await response.body?.cancel()
    if (status >= 300 && status < 400) return { kind: 'redirect', status, location: location ?? 'nowhere' }
    return { kind: 'refused', status }
  }
  const found = await readText(response).then(parseObject, () => undefined)
  if (found === undefined) return { kind: 'no-document', contentType: headers.get('content-type') ?? 'something' }
  const { issuer } = found
  const endpoints = Object.entries(found)
    .filter(([name]) => name.endsWith('_endpoint') || name === 'jwks_uri')
    .flatMap(([, value]) => (typeof value === 'string' ? [value] : []))
  return { kind: 'document', issuer: typeof issuer === 'string' ? issuer : undefined, endpoints }
}

/** What a browser looks at before it lets a page have the answer (Fetch standard, CORS check). */
async function mayPageRead(discovery: string, origin: string, fetch: Fetch): Promise<boolean> {
  const response = await ask(discovery, { origin }, fetch)
  if (response instanceof ValetKeyError) return false
  await response.body?.cancel()
  const allowed = response.headers.get('access-control-allow-origin')
  return allowed === '*' || allowed === origin || new URL(discovery).origin === origin
}

async function ask(address: string, headers: Readonly<Record<string, string>>, fetch: Fetch) {
  try {
    return await fetch(address, {
      redirect: 'manual',
      headers: { accept: 'application/json', ...headers },
      signal: AbortSignal.timeout(LIMIT),
    })
  } catch (error) {
    return explainNetwork(address, error, LIMIT)
  }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MOST_TEXT) break
  }
  return text
}

/**
 * A browser reduced to what a sign-in needs: cookies, redirects, and the forms of the issuer's pages, sent over real
 * HTTP. It goes to the issuer and to the playground's own pages, and nowhere else.
 */
import { ValetKeyError } from '#shared/errors.ts'
import { buildForm, readParameters } from '#shared/flows/draft.ts'
import type { Answer, Arrival, Draft } from '#shared/flows/flow.ts'
import type { HeaderPair } from '#shared/model/exchange.ts'
import { findHeader } from '#shared/model/headers.ts'

import type { Send } from '../tools/send.ts'
import { parseArrival } from '../visit/arrivals.ts'
import { answerPage, type Filled, type Person } from './answer-page.ts'
import type { CookieJar } from './cookie-jar.ts'
import { type Form, readForms, titleOf } from './forms.ts'

export interface Walk {
  readonly send: Send
  readonly isOwn: (address: string) => boolean
  readonly jar: CookieJar
  readonly limit: number
  readonly signal: AbortSignal
  /** Where the browser is to come back to. */
  readonly home: string
}

export interface Ending {
  /** Where the browser is in the end, its fragment included. */
  readonly url: string
  readonly status: number
  readonly title: string
  /** What it brought back to the client's address. */
  readonly arrival: Arrival | undefined
}

const MOST_PAGES = 30
const ACCEPT: HeaderPair = ['accept', 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8']
const AGENT: HeaderPair = ['user-agent', 'Mozilla/5.0 (Valet Key answers for the user)']

export async function walkPages(address: string, person: Person, walk: Walk): Promise<Ending> {
  let next: Draft = { method: 'GET', url: address, headers: [] }
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    if (!walk.isOwn(next.url)) throw leaves(next.url)
    const answer = await visit(next, walk)
    const following = followRedirect(next, answer) ?? followForm(next.url, answer, person, walk)
    if (following === undefined) return describe(next, answer, walk)
    next = following
  }
  throw new ValetKeyError(
    'too_many_pages',
    `The issuer's pages came to no end: ${MOST_PAGES} of them, one after the other.`,
  )
}

async function visit(draft: Draft, { send, jar, limit, signal }: Walk): Promise<Answer> {
  const url = new URL(draft.url)
  const cookie = jar.header(url)
  const headers: HeaderPair[] = [
    ACCEPT,
    AGENT,
    ...draft.headers,
    ...(cookie === '' ? [] : [['cookie', cookie] as const]),
  ]
  const answer = await send({ ...draft, headers }, { limit, signal })
  const set = answer.headers.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value)
  jar.keep(url, set)
  return answer
}

function followRedirect({ url }: Draft, { status, headers }: Answer): Draft | undefined {
  const location = findHeader(headers, 'location')
  if (status < 300 || status > 399 || location === undefined || !URL.canParse(location, url)) return undefined
  return { method: 'GET', url: new URL(location, url).href, headers: [['referer', originOf(url)]] }
}

function followForm(url: string, { status, body }: Answer, person: Person, { home }: Walk): Draft | undefined {
  if (isAt(url, home) || status >= 400) return undefined
  const forms = readForms(body)
  const filled = sendItself(forms, body) ?? answerPage(forms, person)
  if (!filled) return undefined
  const target = new URL(filled.form.action ?? url, url).href
  const headers: HeaderPair[] = [
    ['origin', originOf(url)],
    ['referer', url],
  ]
  const draft = buildForm(target, {}, headers)
  return {
    ...draft,
    body: new URLSearchParams(filled.values.map(([name, value]): [string, string] => [name, value])).toString(),
  }
}

/** A page whose script sends its only form at once, as those of form_post do. */
function sendItself([form, ...others]: readonly Form[], html: string): Filled | undefined {
  if (!form || others.length > 0 || !SENDS_ITSELF.test(html)) return undefined
  return { form, values: form.fields.map(({ name, value }) => [name, value] as const) }
}

const SENDS_ITSELF = /<script\b[^>]*>[^<]*\.submit\(\)/

function describe(draft: Draft, { status, body }: Answer, { home }: Walk): Ending {
  return {
    url: draft.url,
    status,
    title: titleOf(body),
    arrival: isAt(draft.url, home) ? readArrival(draft) : undefined,
  }
}

function readArrival(draft: Draft): Arrival | undefined {
  if (draft.method === 'GET') return parseArrival(draft.url)
  return { url: draft.url, via: 'form_post', parameters: Object.fromEntries(readParameters(draft)) }
}

function isAt(address: string, home: string): boolean {
  if (!URL.canParse(address)) return false
  const [a, b] = [new URL(address), new URL(home)]
  return a.origin === b.origin && a.pathname === b.pathname
}

function originOf(url: string): string {
  return new URL(url).origin
}

function leaves(url: string): ValetKeyError {
  return new ValetKeyError(
    'left',
    `The browser was sent to ${originOf(url)}, which is neither the issuer nor the playground. Only a real browser goes there.`,
  )
}

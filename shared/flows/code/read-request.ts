/** What a snippet is written from: a request as it is sent, taken apart as far as that loses nothing. */
import type { HeaderPair } from '../../model/exchange.ts'
import { isForm, readParameters } from '../draft.ts'
import type { Draft, Json } from '../flow.ts'

/** Who sends it: the program itself, or the user's browser, which opens the address. */
export type Sender = 'client' | 'browser'

export interface SnippetRequest {
  readonly method: string
  readonly url: string
  /** Each name once; neither what HTTP itself needs nor `user`. */
  readonly headers: readonly HeaderPair[]
  /** Of HTTP Basic: what a tool turns into the very header that the request has. */
  readonly user?: { readonly name: string; readonly password: string } | undefined
  readonly body?: SnippetBody | undefined
}

export type SnippetBody =
  | { readonly kind: 'form'; readonly text: string; readonly parameters: readonly HeaderPair[] }
  /** Written without spaces, as programs write it. */
  | { readonly kind: 'json'; readonly text: string; readonly value: Json }
  | { readonly kind: 'text'; readonly text: string }

const ADDED = new Set(['host', 'connection', 'content-length', 'transfer-encoding'])

export function readRequest(draft: Draft): SnippetRequest {
  const own = joinHeaders(draft.headers.filter(([name]) => !ADDED.has(name.toLowerCase())))
  const authorization = valueOf(own, 'authorization')
  const user = authorization === undefined ? undefined : readUser(authorization)
  return {
    method: draft.method,
    url: addressOf(draft.url),
    headers: user === undefined ? own : own.filter(([name]) => name.toLowerCase() !== 'authorization'),
    user,
    body: draft.body === undefined ? undefined : readBody({ ...draft, body: draft.body.toWellFormed() }),
  }
}

export function isOpened({ method }: Draft, sender: Sender): boolean {
  return sender === 'browser' && method === 'GET'
}

/** An address and its parameters, where they are written the usual way. */
export function readAddress(url: string): { readonly base: string; readonly parameters: readonly HeaderPair[] } {
  const { href, search, hash } = new URL(url)
  const parameters = [...new URLSearchParams(search).entries()]
  const isUsual = hash === '' && parameters.length > 0 && `?${writeForm(parameters)}` === search
  return isUsual ? { base: href.slice(0, -search.length), parameters } : { base: href, parameters: [] }
}

export function valueOf(headers: readonly HeaderPair[], name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1]
}

/** What goes over the wire: no fragment, and no credentials, which belong into a header. */
function addressOf(address: string): string {
  const url = new URL(address)
  return `${url.origin}${url.pathname}${url.search}`
}

/** RFC 9110 section 5.3: several lines of one name say what one line with commas says; cookies have semicolons. */
function joinHeaders(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  const byName = Map.groupBy(headers, ([name]) => name.toLowerCase())
  return [...byName].map(([key, pairs]) => [
    pairs[0]?.[0] ?? key,
    pairs.map(([, value]) => value.trim()).join(key === 'cookie' ? '; ' : ', '),
  ])
}

/** ASCII only: what is beyond it each tool encodes in its own way. */
function readUser(authorization: string): SnippetRequest['user'] {
  const [, base64 = ''] = /^Basic ([A-Za-z\d+/]+=*)$/.exec(authorization) ?? []
  const text = decode(base64)
  const colon = text.indexOf(':')
  if (colon === -1 || !/^[\x20-\x7e]*$/.test(text) || btoa(text) !== base64) return undefined
  return { name: text.slice(0, colon), password: text.slice(colon + 1) }
}

function decode(base64: string): string {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}

function readBody(draft: Draft & { readonly body: string }): SnippetBody {
  const text = draft.body
  const parameters = isForm(draft) ? readParameters(draft) : []
  if (parameters.length > 0 && writeForm(parameters) === text) return { kind: 'form', text, parameters }
  const value = /json/i.test(valueOf(draft.headers, 'content-type') ?? '') ? readJson(text) : undefined
  return value === undefined ? { kind: 'text', text } : { kind: 'json', text, value }
}

/** Undefined unless it comes out as it was when it is read and written again. */
function readJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json
    return JSON.stringify(value) === text && !text.includes('"__proto__"') ? value : undefined
  } catch {
    return undefined
  }
}

function writeForm(parameters: readonly HeaderPair[]): string {
  return new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value])).toString()
}

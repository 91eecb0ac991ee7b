import type { HeaderPair } from '../model/exchange.ts'

export interface Cookie {
  readonly name: string
  readonly value: string
}

export interface CookieAttribute {
  readonly name: string
  /** Left out for those that are there or not. */
  readonly value?: string | undefined
}

export interface SetCookie extends Cookie {
  readonly attributes: readonly CookieAttribute[]
}

/** What a request brought (RFC 6265 section 5.4). */
export function readCookies(headers: readonly HeaderPair[]): readonly Cookie[] {
  return valuesOf(headers, 'cookie').flatMap((value) => value.split(';').flatMap(readPair))
}

/** What an answer has the browser keep, or forget (RFC 6265 section 5.2). */
export function readSetCookies(headers: readonly HeaderPair[]): readonly SetCookie[] {
  return valuesOf(headers, 'set-cookie').flatMap((value) => {
    const [first = '', ...rest] = value.split(';')
    return readPair(first).map((cookie) => ({ ...cookie, attributes: rest.flatMap(readAttribute) }))
  })
}

/** Whether it is sent to be forgotten: at a moment that has passed, or after no time at all. */
export function isDeleting({ attributes }: SetCookie, now: number): boolean {
  const valueOf = (wanted: string) => attributes.find(({ name }) => name.toLowerCase() === wanted)?.value
  const age = valueOf('max-age')
  if (age !== undefined) return Number(age) <= 0
  const expires = valueOf('expires')
  return expires !== undefined && Date.parse(expires) <= now
}

function valuesOf(headers: readonly HeaderPair[], wanted: string): readonly string[] {
  return headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value)
}

function readPair(text: string): readonly Cookie[] {
  const at = text.indexOf('=')
  const [name, value] = at === -1 ? ['', text.trim()] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  return name === '' && value === '' ? [] : [{ name, value }]
}

function readAttribute(text: string): readonly CookieAttribute[] {
  const at = text.indexOf('=')
  const name = (at === -1 ? text : text.slice(0, at)).trim()
  if (name === '') return []
  return [at === -1 ? { name } : { name, value: text.slice(at + 1).trim() }]
}

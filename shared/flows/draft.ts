/** Requests as text that a person can change, and the parameters in them. */
import type { HeaderPair } from '../model/exchange.ts'
import type { Draft } from './flow.ts'

export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>

const FORM = 'application/x-www-form-urlencoded'

export function buildGet(url: string, parameters: Parameters = {}, headers: readonly HeaderPair[] = []): Draft {
  return { method: 'GET', url: withQuery(url, parameters), headers }
}

export function buildForm(url: string, parameters: Parameters, headers: readonly HeaderPair[] = []): Draft {
  return { method: 'POST', url, headers: [['content-type', FORM], ...headers], body: encode(parameters) }
}

export function isForm({ headers, body }: Draft): boolean {
  return body !== undefined && headers.some(([name, value]) => /^content-type$/i.test(name) && value.startsWith(FORM))
}

/** Of the form if there is one, else of the query. */
export function readParameters(draft: Draft): readonly HeaderPair[] {
  return [...new URLSearchParams(isForm(draft) ? draft.body : queryOf(draft.url)).entries()]
}

/** Puts parameters where the draft has its own, each in its old place if it had one; undefined takes one out. */
export function withParameters(draft: Draft, parameters: Parameters): Draft {
  const own = readParameters(draft)
  const first = (name: string) => own.findIndex(([other]) => other === name)
  const kept = own.flatMap(([name, value], index) => {
    if (!Object.hasOwn(parameters, name)) return [[name, value] as const]
    return first(name) === index ? pairs({ [name]: parameters[name] }) : []
  })
  const added = pairs(parameters).filter(([name]) => first(name) === -1)
  const text = new URLSearchParams(
    [...kept, ...added].map(([name, value]): [string, string] => [name, value]),
  ).toString()
  if (isForm(draft)) return { ...draft, body: text }
  const [address = ''] = draft.url.split('?', 1)
  return { ...draft, url: text === '' ? address : `${address}?${text}` }
}

export function withHeader(draft: Draft, name: string, value: string): Draft {
  const others = draft.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase())
  return { ...draft, headers: [...others, [name, value]] }
}

function withQuery(url: string, parameters: Parameters): string {
  const text = encode(parameters)
  if (text === '') return url
  return `${url}${url.includes('?') ? '&' : '?'}${text}`
}

function queryOf(url: string): string {
  const at = url.indexOf('?')
  return at === -1 ? '' : url.slice(at + 1)
}

function encode(parameters: Parameters): string {
  return new URLSearchParams(pairs(parameters).map(([name, value]): [string, string] => [name, value])).toString()
}

function pairs(parameters: Parameters): HeaderPair[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    if (value === undefined) return []
    return typeof value === 'string' ? [[name, value] as const] : value.map((one) => [name, one] as const)
  })
}

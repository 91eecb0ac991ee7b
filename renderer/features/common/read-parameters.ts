import type { HeaderPair, RecordedBody, RecordedRequest } from '#shared/model/exchange.ts'

export interface SentParameter {
  readonly name: string
  readonly value: string
  readonly where: 'query' | 'form' | 'json'
}

/** What a request says, in its order; a name that stands twice stands here twice. */
export function readSent({ url, headers, body }: RecordedRequest): readonly SentParameter[] {
  return [...readQuery(url), ...readBody(headers, body)]
}

function readQuery(url: string): readonly SentParameter[] {
  const query = URL.parse(url)?.searchParams ?? new URLSearchParams()
  return [...query].map(([name, value]) => ({ name, value, where: 'query' }))
}

function readBody(headers: readonly HeaderPair[], body: RecordedBody): readonly SentParameter[] {
  const type = contentTypeOf(headers)
  if (body.encoding !== 'utf8' || body.text === '') return []
  if (type === 'application/x-www-form-urlencoded') {
    return [...new URLSearchParams(body.text)].map(([name, value]) => ({ name, value, where: 'form' }))
  }
  return isJson(type) ? membersOf(body.text) : []
}

function membersOf(text: string): readonly SentParameter[] {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).map(([name, member]) => ({
    name,
    value: typeof member === 'string' ? member : JSON.stringify(member),
    where: 'json',
  }))
}

export function contentTypeOf(headers: readonly HeaderPair[]): string {
  const value = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return (value.split(';')[0] ?? '').trim().toLowerCase()
}

export function isJson(contentType: string): boolean {
  return contentType === 'application/json' || contentType.endsWith('+json')
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

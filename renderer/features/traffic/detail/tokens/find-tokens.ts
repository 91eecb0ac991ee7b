/** Every JWT that an exchange carries, wherever it stands. */
import type { EntryContext } from '#shared/teach/contexts.ts'
import type { Exchange, HeaderPair, RecordedBody } from '#shared/model/exchange.ts'
import { decodeJwt, type DecodedJwt } from '#shared/tokens/decode-jwt.ts'

import { contentTypeOf, isJson, parseJson, readSent } from '../../../common/read-parameters.ts'

export interface FoundToken {
  readonly name: string
  readonly text: string
  readonly jwt: DecodedJwt
  readonly context: EntryContext | undefined
}

const CONTEXTS: Readonly<Record<string, EntryContext>> = {
  access_token: 'access token',
  id_token: 'ID token',
  id_token_hint: 'ID token',
  logout_token: 'logout token',
  client_assertion: 'client assertion',
  assertion: 'assertion',
  request: 'request object',
  response: 'signed authorization response',
}

export function findSentTokens({ request }: Pick<Exchange, 'request'>): readonly FoundToken[] {
  return found([
    ...headerValues(request.headers),
    ...readSent(request).map(({ name, value }): HeaderPair => [name, value]),
  ])
}

export function findAnsweredTokens({
  response,
  handover,
}: Pick<Exchange, 'response' | 'handover'>): readonly FoundToken[] {
  const body = response === 'aborted' ? [] : bodyValues(response.headers, response.body)
  return found([...Object.entries(handover?.parameters ?? {}), ...body])
}

/** The same token in two places is one. */
function found(values: readonly HeaderPair[]): readonly FoundToken[] {
  const tokens = values.flatMap(([name, text]): FoundToken[] => {
    const jwt = decodeJwt(text)
    return jwt === undefined ? [] : [{ name, text, jwt, context: contextOf(name, jwt) }]
  })
  return tokens.filter(({ text }, index) => tokens.findIndex((other) => other.text === text) === index)
}

function contextOf(name: string, { header, claims }: DecodedJwt): EntryContext | undefined {
  if (header['typ'] === 'dpop+jwt') return 'DPoP proof'
  if (header['typ'] === 'at+jwt') return 'access token'
  if (header['typ'] === 'logout+jwt') return 'logout token'
  return CONTEXTS[name] ?? (claims['nonce'] === undefined ? undefined : 'ID token')
}

function headerValues(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  return headers.flatMap(([name, value]): HeaderPair[] => {
    const [, token] = /^(?:bearer|dpop)\s+(\S+)$/i.exec(value) ?? []
    return [[token === undefined ? name : 'access_token', token ?? value]]
  })
}

function bodyValues(headers: readonly HeaderPair[], { text, encoding }: RecordedBody): readonly HeaderPair[] {
  if (encoding === 'base64') return []
  const type = contentTypeOf(headers)
  if (type.endsWith('jwt')) return [['body', text.trim()]]
  const value = isJson(type) ? parseJson(text) : undefined
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]): HeaderPair[] =>
    typeof member === 'string' ? [[name, member]] : [],
  )
}

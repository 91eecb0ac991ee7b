import type { Exchange, HeaderPair, RecordedResponse } from '#shared/model/exchange.ts'
import { findHeader } from '#shared/model/headers.ts'

import { type Annotation, NO_BODY, type RawExchange } from './raw-exchange.ts'
import { readBody } from './read-body.ts'
import { readBroken } from './read-broken.ts'
import { readErrorBody } from './read-error.ts'
import { readHandover } from './read-handover.ts'
import { readJwt } from './read-jwt.ts'
import { recogniseOutgoing } from './read-outgoing.ts'
import { type Parameters, readParameters } from './read-parameters.ts'
import { recogniseEndpoint } from './recognise-endpoint.ts'

/** An exchange taken apart, before it has an id and a sign-in. */
export interface ReadExchange {
  readonly exchange: Omit<Exchange, 'id' | 'signIn'>
  readonly parameters: Parameters
  /** The path below the issuer's own address. */
  readonly path: string
}

export function readExchange(caught: RawExchange, mount: string): ReadExchange {
  const raw = readBroken(caught)
  const { method, httpVersion, url } = raw
  const headers = pairUp(raw.requestHeaders)
  return describeExchange(
    {
      direction: raw.direction,
      startedAt: raw.startedAt,
      duration: raw.duration,
      request: { method, url, httpVersion, headers, body: readBody(raw.requestBody) },
      response: readResponse(raw),
      remote: raw.remoteAddress ? { address: raw.remoteAddress, port: raw.remotePort } : undefined,
    },
    raw.annotation,
    mount,
  )
}

/** What travelled, wherever it was seen. */
export type Messages = Pick<Exchange, 'direction' | 'startedAt' | 'duration' | 'request' | 'response' | 'remote'>

/** What the messages themselves say: who speaks of whom, at which endpoint, and what went wrong. */
export function describeExchange(messages: Messages, annotation: Annotation = {}, mount = ''): ReadExchange {
  const { request, response, direction } = messages
  const { method, headers, body } = request
  const url = URL.parse(request.url) ?? undefined
  const path = withoutMount(url?.pathname ?? request.url, mount)
  const parameters = readParameters(url, headers, body)
  const handover = response === 'aborted' ? undefined : readHandover(response)
  const recognise = () => (direction === 'in' ? recogniseEndpoint(path) : recogniseOutgoing(url, parameters, response))
  const endpoint = annotation.endpoint ?? recognise()
  return {
    path,
    parameters,
    exchange: {
      ...messages,
      endpoint,
      grantType: annotation.grantType ?? (endpoint === 'token' ? parameters['grant_type'] : undefined),
      ...readParties(parameters, headers, annotation),
      method,
      url: request.url,
      status: response === 'aborted' ? undefined : response.status,
      error: annotation.error ?? readErrorBody(response, handover),
      handover,
      ...(annotation.mark && { mark: annotation.mark }),
    },
  }
}

/** Whom it is about, as far as the exchange itself says so. */
function readParties(
  parameters: Parameters,
  headers: readonly HeaderPair[],
  known: { client_id?: string | undefined; user?: string | undefined },
) {
  const { aud, sub } = readJwt(parameters['logout_token'])
  return {
    client_id: known.client_id ?? parameters['client_id'] ?? (typeof aud === 'string' ? aud : basicUser(headers)),
    user: known.user ?? (typeof sub === 'string' ? sub : undefined),
  }
}

function readResponse({ status, head, responseBody, complete, method }: RawExchange): RecordedResponse | 'aborted' {
  if (status === undefined || !complete) return 'aborted'
  const [statusLine = '', ...lines] = head.split('\r\n').filter(Boolean)
  return {
    status,
    statusText: statusLine.split(' ').slice(2).join(' '),
    headers: lines.map(splitHeader),
    body: readBody(method === 'HEAD' ? NO_BODY : responseBody),
  }
}

function splitHeader(line: string): HeaderPair {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}

function pairUp(raw: readonly string[]): HeaderPair[] {
  return raw.flatMap((name, index): HeaderPair[] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []))
}

function basicUser(headers: readonly HeaderPair[]): string | undefined {
  const value = findHeader(headers, 'authorization') ?? ''
  if (!/^basic /i.test(value)) return undefined
  const [id] = Buffer.from(value.slice(6), 'base64').toString('utf8').split(':')
  try {
    return id ? decodeURIComponent(id.replaceAll('+', '%20')) : undefined
  } catch {
    return id
  }
}

function withoutMount(path: string, mount: string): string {
  return mount !== '' && path.startsWith(`${mount}/`) ? path.slice(mount.length) : path
}

import type { Exchange, HeaderPair, RecordedBody, RecordedResponse } from '#shared/model/exchange.ts'

import type { RawBody, RawExchange } from './raw-exchange.ts'
import { readErrorBody } from './read-error.ts'
import { readHandover } from './read-handover.ts'
import { recogniseEndpoint } from './recognise-endpoint.ts'
import { readParameters, type Parameters } from './read-parameters.ts'

/** An exchange taken apart, before it has an id and a sign-in. */
export interface ReadExchange {
  readonly exchange: Omit<Exchange, 'id' | 'signIn'>
  readonly parameters: Parameters
  /** The path below the issuer's own address. */
  readonly path: string
}

export function readExchange(raw: RawExchange, mount: string): ReadExchange {
  const { annotation = {} } = raw
  const headers = pairUp(raw.requestHeaders)
  const url = URL.canParse(raw.url) ? new URL(raw.url) : undefined
  const path = withoutMount(url?.pathname ?? raw.url, mount)
  const requestBody = readBody(raw.requestBody)
  const response = readResponse(raw)
  const parameters = readParameters(url, headers, requestBody)
  const handover = response === 'aborted' ? undefined : readHandover(response)
  const endpoint = annotation.endpoint ?? recogniseEndpoint(path)
  return {
    path,
    parameters,
    exchange: {
      direction: raw.direction,
      startedAt: raw.startedAt,
      duration: raw.duration,
      endpoint,
      grantType: annotation.grantType ?? (endpoint === 'token' ? parameters['grant_type'] : undefined),
      client_id: annotation.client_id ?? parameters['client_id'] ?? basicUser(headers),
      user: annotation.user,
      method: raw.method,
      url: raw.url,
      status: response === 'aborted' ? undefined : response.status,
      error: annotation.error ?? readErrorBody(response, handover),
      request: { method: raw.method, url: raw.url, httpVersion: raw.httpVersion, headers, body: requestBody },
      response,
      handover,
      remote: raw.remoteAddress ? { address: raw.remoteAddress, port: raw.remotePort } : undefined,
    },
  }
}

function readResponse({ status, head, responseBody, complete }: RawExchange): RecordedResponse | 'aborted' {
  if (status === undefined || !complete) return 'aborted'
  const [statusLine = '', ...lines] = head.split('\r\n').filter(Boolean)
  return {
    status,
    statusText: statusLine.split(' ').slice(2).join(' '),
    headers: lines.map(splitHeader),
    body: readBody(responseBody),
  }
}

function splitHeader(line: string): HeaderPair {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}

function pairUp(raw: readonly string[]): HeaderPair[] {
  return raw.flatMap((name, index): HeaderPair[] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []))
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function readBody({ bytes = new Uint8Array(), size }: RawBody): RecordedBody {
  const truncated = size > bytes.byteLength
  try {
    return { text: strictUtf8.decode(bytes), encoding: 'utf8', size, truncated }
  } catch {
    return { text: Buffer.from(bytes).toString('base64'), encoding: 'base64', size, truncated }
  }
}

function basicUser(headers: readonly HeaderPair[]): string | undefined {
  const value = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? ''
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

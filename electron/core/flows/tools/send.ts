/** One request over a connection of its own, exactly as it is shown; what HTTP itself needs is added. */
import { type IncomingMessage, request as openPlain } from 'node:http'
import { request as openSecure } from 'node:https'

import { ValetKeyError } from '#shared/errors.ts'
import type { Answer, Draft } from '#shared/flows/flow.ts'
import { BODY_BOUND, type HeaderPair } from '#shared/model/exchange.ts'
import { explainNetworkCode } from '#shared/oauth/explain-network-code.ts'

import type { FlowParts } from '../flow-engine.ts'
import type { Outside } from '../outside/find-outside.ts'
import { nameEndpoint } from '../outside/name-endpoint.ts'
import type { Destination, Destinations } from './destinations.ts'

export interface SendOptions {
  /** Milliseconds. */
  readonly limit: number
  readonly signal?: AbortSignal | undefined
  /** The issuer of the run, where it is another one. */
  readonly outside?: Outside | undefined
  /** Told by what the request is found among the recorded ones. */
  readonly onMark?: ((mark: Mark) => void) | undefined
}

/** The port that it comes from; or, where only the sender records it, the moment at which it was sent. */
export interface Mark {
  readonly direction: 'in' | 'out'
  readonly mark: number
}

export type Send = (draft: Draft, options: SendOptions) => Promise<Answer>

export interface SendParts {
  readonly destinations: Destinations
  readonly recorder: FlowParts['recorder']
}

const ADDED = new Set(['host', 'connection', 'content-length', 'transfer-encoding'])

export function createSend({ destinations, recorder }: SendParts): Send {
  async function sendOver(draft: Draft, destination: Destination, options: SendOptions): Promise<Answer> {
    const timeout = AbortSignal.timeout(options.limit)
    const signal = AbortSignal.any([timeout, ...(options.signal === undefined ? [] : [options.signal])])
    try {
      return await exchange(options.outside?.fillIn(draft) ?? draft, destination, { ...options, signal })
    } catch (error) {
      if (timeout.aborted) throw tooSlow(draft.url, options.limit)
      if (options.signal?.aborted || error instanceof ValetKeyError) throw error
      throw new ValetKeyError('unreachable', explainTrouble(draft.url, error), { cause: error })
    }
  }

  /** What another issuer is sent, and answers, is recorded here: as it is shown, without the secret that goes out. */
  async function sendOutside(draft: Draft, destination: Destination, options: SendOptions): Promise<Answer> {
    const [startedAt, start] = [Date.now(), performance.now()]
    const endpoint = options.outside && nameEndpoint(options.outside.issuer, draft.url)
    const record = (answer: Answer | undefined, reason?: string) =>
      recorder?.recordOut({ draft, startedAt, duration: performance.now() - start, answer, reason, endpoint })
    options.onMark?.({ direction: 'out', mark: startedAt })
    try {
      const answer = await sendOver(draft, destination, { ...options, onMark: undefined })
      record(answer)
      return answer
    } catch (error) {
      record(undefined, error instanceof Error ? error.message : String(error))
      throw error
    }
  }

  return (draft, options) => {
    const destination = destinations.find(draft.url, options.outside)
    return destination.isOutside ? sendOutside(draft, destination, options) : sendOver(draft, destination, options)
  }
}

async function exchange(draft: Draft, destination: Destination, options: SendOptions): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const { host, hostname, port, path, isSecure } = destination
  const body = draft.body === undefined ? undefined : Buffer.from(draft.body, 'utf8')
  const own = draft.headers.filter(([name]) => !ADDED.has(name.toLowerCase()))
  const length: HeaderPair[] = body === undefined ? [] : [['content-length', String(body.length)]]
  const request = (isSecure ? openSecure : openPlain)({
    hostname,
    port,
    path,
    method: draft.method,
    agent: false,
    signal: options.signal,
    headers: [['host', host] as const, ...own, ...length, ['connection', 'close'] as const].flat(),
  })
  request.once('socket', (socket) => {
    socket.once('connect', () => {
      if (socket.localPort !== undefined) options.onMark?.({ direction: 'in', mark: socket.localPort })
    })
  })
  request.once('response', resolve)
  request.once('error', reject)
  request.end(body)
  return readAnswer(await promise)
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_BOUND) {
      response.destroy()
      throw new ValetKeyError(
        'too_large',
        `The answer is longer than ${BODY_BOUND / 1024} KB, and no more of it was read.`,
      )
    }
    chunks.push(chunk)
  }
  const { statusCode = 0, statusMessage = '', rawHeaders } = response
  const headers = rawHeaders.flatMap((name, index): HeaderPair[] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  )
  return { status: statusCode, statusText: statusMessage, headers, body: Buffer.concat(chunks).toString('utf8') }
}

function tooSlow(url: string, limit: number): ValetKeyError {
  const seconds = Math.max(1, Math.round(limit / 1000))
  return new ValetKeyError('timeout', `${originOf(url)} did not answer within ${seconds} s. Send it again.`)
}

function explainTrouble(url: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === 'ECONNREFUSED') return `Nothing answers at ${originOf(url)}. Is the address right?`
  const words = explainNetworkCode(code)
  if (words !== undefined) return `The request could not be sent to ${originOf(url)}. ${words}`
  const reason = error instanceof Error ? error.message : String(error)
  return `The request could not be sent to ${originOf(url)}: ${reason}.`
}

function originOf(url: string): string {
  return new URL(url).origin
}

import { deflateRawSync, inflateRawSync } from 'node:zlib'

import type { Exchange, ExchangeError, ExchangeMark, ExchangeSummary, SignInSummary } from '#shared/model/exchange.ts'

import type { Value } from '../database.ts'
import type { NewExchange } from './traffic-store.ts'

export interface Row {
  readonly id: number
  readonly sign_in: string | null
  readonly direction: 'in' | 'out'
  readonly started_at: number
  readonly duration: number | null
  readonly endpoint: Exchange['endpoint']
  readonly grant_type: string | null
  readonly client_id: string | null
  readonly user: string | null
  readonly method: string
  readonly url: string
  readonly status: number | null
  readonly error: string | null
  readonly mark: string | null
  readonly pinned: 1 | null
  readonly note: string | null
}

export interface SignInRow {
  readonly sign_in: string
  readonly started_at: number
  readonly ended_at: number
  readonly client_id: string | null
  readonly user: string | null
  readonly has_tokens: number
  /** The id of its exchange in twenty digits, so that the last one is the greatest, and the error. */
  readonly last_error: string | null
}

export interface WholeRow extends Row {
  /** As it is, or compressed. */
  readonly detail: string | Uint8Array
}

/** Compressing takes longer than all else that storing an exchange takes, so only those that are large are worth it. */
const COMPRESSED_FROM = 3_000
const COMPRESSION = { level: 1, windowBits: 13, memLevel: 5 }

/** In the order of the table's columns, without the id. */
export function writeRow(exchange: NewExchange): Value[] {
  return [
    exchange.signIn ?? null,
    exchange.direction,
    exchange.startedAt,
    exchange.duration ?? null,
    exchange.endpoint,
    exchange.grantType ?? null,
    exchange.client_id ?? null,
    exchange.user ?? null,
    exchange.method,
    exchange.url,
    exchange.status ?? null,
    exchange.error === undefined ? null : JSON.stringify(exchange.error),
    exchange.mark === undefined ? null : JSON.stringify(exchange.mark),
    exchange.pinned === true ? 1 : null,
    exchange.note ?? null,
  ]
}

export function packDetail({ request, response, handover, remote }: NewExchange): string | Uint8Array {
  const text = JSON.stringify({ request, response, handover, remote })
  return text.length < COMPRESSED_FROM ? text : deflateRawSync(text, COMPRESSION)
}

export function readSummary(row: Row): ExchangeSummary {
  return {
    id: row.id,
    direction: row.direction,
    startedAt: row.started_at,
    endpoint: row.endpoint,
    method: row.method,
    url: row.url,
    ...(row.sign_in !== null && { signIn: row.sign_in }),
    ...(row.duration !== null && { duration: row.duration }),
    ...(row.grant_type !== null && { grantType: row.grant_type }),
    ...(row.client_id !== null && { client_id: row.client_id }),
    ...(row.user !== null && { user: row.user }),
    ...(row.status !== null && { status: row.status }),
    ...(row.error !== null && { error: JSON.parse(row.error) as ExchangeError }),
    ...(row.mark !== null && { mark: JSON.parse(row.mark) as ExchangeMark }),
    ...(row.pinned !== null && { pinned: true as const }),
    ...(row.note !== null && { note: row.note }),
  }
}

export function readWhole(row: WholeRow): Exchange {
  const text = typeof row.detail === 'string' ? row.detail : inflateRawSync(row.detail).toString('utf8')
  return { ...readSummary(row), ...(JSON.parse(text) as Pick<Exchange, 'request' | 'response'>) }
}

export function readSignIn(row: SignInRow): SignInSummary {
  return {
    signIn: row.sign_in,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    hasTokens: row.has_tokens === 1,
    ...(row.client_id !== null && { client_id: row.client_id }),
    ...(row.user !== null && { user: row.user }),
    ...(row.last_error !== null && { error: (JSON.parse(row.last_error.slice(20)) as ExchangeError).code }),
  }
}

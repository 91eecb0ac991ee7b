import type { ExchangeError, Handover, RecordedResponse } from '#shared/model/exchange.ts'

import { contentType } from './read-parameters.ts'

/** The error that an answer carries: in JSON, or handed over to the application. */
export function readErrorBody(
  response: RecordedResponse | 'aborted',
  handover: Handover | undefined,
): ExchangeError | undefined {
  if (response === 'aborted') return { code: 'aborted', description: 'The connection ended before the answer did.' }
  return fromMembers(handover?.parameters) ?? fromJson(response) ?? fromStatus(response)
}

function fromJson(response: RecordedResponse): ExchangeError | undefined {
  const isJson = contentType(response.headers).endsWith('json')
  return isJson && response.status >= 400 ? fromMembers(parseObject(response.body.text)) : undefined
}

function fromMembers(members: Readonly<Record<string, unknown>> | undefined): ExchangeError | undefined {
  const code = text(members?.['error']) ?? text(members?.['title'])
  if (code === undefined) return undefined
  return { code, description: text(members?.['error_description']) ?? text(members?.['detail']) }
}

function fromStatus({ status, statusText }: RecordedResponse): ExchangeError | undefined {
  return status >= 400 ? { code: `http_${status}`, description: statusText } : undefined
}

export function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
  } catch {
    return undefined
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

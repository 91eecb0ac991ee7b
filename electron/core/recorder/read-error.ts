import type { ExchangeError, Handover, RecordedResponse } from '#shared/model/exchange.ts'
import { contentType } from '#shared/model/headers.ts'

import { parseObject, readJwt } from './read-jwt.ts'

/** The error that an answer carries: in JSON, or handed over to the application. */
export function readErrorBody(
  response: RecordedResponse | 'aborted',
  handover: Handover | undefined,
): ExchangeError | undefined {
  if (response === 'aborted') return { code: 'aborted', description: 'The connection ended before the answer did.' }
  return fromMembers(handover && handedOver(handover)) ?? fromJson(response) ?? fromStatus(response)
}

/** With JARM the answer stands inside a JWT. */
export function handedOver({ parameters }: Handover): Readonly<Record<string, unknown>> {
  return { ...parameters, ...readJwt(parameters['response']) }
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

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

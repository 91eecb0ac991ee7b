/** Answers as a client reads them: JSON, or a refusal in the protocol's own words. */
import { findHeader } from '../model/headers.ts'
import type { Link } from '../teach/lesson.ts'
import { checkThat } from './checks.ts'
import type { Answer, Json, JsonObject, Outcome } from './flow.ts'

export type Refusal = NonNullable<Outcome['error']>

export function isGood({ status }: Answer): boolean {
  return status >= 200 && status < 300
}

/** The body as a JSON object; undefined when it is none. */
export function readJson({ body }: Pick<Answer, 'body'>): JsonObject | undefined {
  return parseObject(body)
}

export function parseObject(text: string): JsonObject | undefined {
  const value = parseJson(text)
  return isObject(value) ? value : undefined
}

export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** What an answer that is not good says: of the body (RFC 6749 section 5.2), else of the challenge (RFC 6750 section 3). */
export function readRefusal(answer: Answer): Refusal | undefined {
  if (isGood(answer)) return undefined
  const body = readJson(answer)
  const challenge = findHeader(answer.headers, 'www-authenticate') ?? ''
  const code = textOf(body?.['error']) ?? readChallenge(challenge, 'error')
  const description = textOf(body?.['error_description']) ?? readChallenge(challenge, 'error_description')
  if (code !== undefined) return { code, description }
  return { code: `http_${answer.status}`, description: `The answer has status ${answer.status} and no error code.` }
}

export function readChallenge(challenge: string, name: string): string | undefined {
  return new RegExp(`(?:^|[\\s,])${name}="([^"]*)"`).exec(challenge)?.[1]
}

export interface ExpectedRefusal {
  readonly id: string
  readonly title: string
  readonly spec: Link
  readonly status: readonly number[]
  /** Any of these; left out when the status says it all. */
  readonly codes?: readonly string[] | undefined
  /** What it means when it was not refused, or otherwise. */
  readonly otherwise: string
}

/** A refusal that the walk is after: the step has failed when there is none. */
export function expectRefusal(answer: Answer, { status, codes, ...comparison }: ExpectedRefusal): Outcome {
  const refusal = readRefusal(answer)
  const isIt =
    status.includes(answer.status) && (codes === undefined || (refusal !== undefined && codes.includes(refusal.code)))
  const found = refusal === undefined ? `${answer.status}` : `${answer.status} ${refusal.code}`
  const expected = [status.join(' or '), codes?.join(' or ')].filter(Boolean).join(' ')
  return { learned: {}, checks: [checkThat(comparison, isIt, found, expected)] }
}

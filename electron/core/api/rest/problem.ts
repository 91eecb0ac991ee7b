import type { Finding } from '#shared/contract/finding.ts'
import { ValetKeyError } from '#shared/errors.ts'

/** A refusal as it leaves: RFC 9457. */
export class Problem extends Error {
  readonly status: number
  readonly title: string
  readonly errors: readonly ProblemPlace[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, title: string, detail: string, more: ProblemMore = {}) {
    super(detail)
    this.status = status
    this.title = title
    this.errors = more.errors
    this.headers = more.headers ?? {}
  }
}

interface ProblemMore {
  readonly errors?: readonly ProblemPlace[]
  readonly headers?: Readonly<Record<string, string>>
}

export interface ProblemPlace {
  readonly detail: string
  /** A JSON pointer into the body, as a fragment. */
  readonly pointer?: string
  /** Of the query or the address. */
  readonly parameter?: string
}

export function buildProblemResponse({ status, title, message, errors, headers }: Problem): Response {
  const body = { type: 'about:blank', title, status, detail: message, ...(errors !== undefined && { errors }) }
  return Response.json(body, { status, headers: { ...headers, 'content-type': 'application/problem+json' } })
}

const STATUS: Readonly<Record<string, readonly [status: number, title: string]>> = {
  not_found: [404, 'Not found'],
  conflict: [409, 'Conflict'],
  precondition_failed: [412, 'Precondition failed'],
  invalid: [422, 'Not valid'],
  store_full: [507, 'No space left'],
  store_busy: [503, 'The store is busy'],
}

/** `body` is the member of the call's input that the body became. */
export function explainFailure(error: unknown, body: string | undefined): Problem | undefined {
  if (error instanceof Problem) return error
  if (!(error instanceof ValetKeyError)) return undefined
  if (error.code === 'invalid') return explainFindings(findingsOf(error.detail), body, error.message)
  const [status, title] = STATUS[error.code] ?? [500, 'The store failed']
  return new Problem(status, title, error.message)
}

function explainFindings(findings: readonly Finding[], body: string | undefined, message: string): Problem {
  const errors = findings.map((finding) => place(finding, body))
  const inBody = errors.some(({ pointer }) => pointer !== undefined)
  const [status, title] = inBody ? [422, 'Not valid'] : [400, 'A parameter is not valid']
  const detail =
    body === undefined
      ? message
      : message.replaceAll(new RegExp(`^${body}(?:\\.|(?=[[:]))`, 'gm'), '').replaceAll(/^: /gm, '')
  return new Problem(status, title, detail, { errors })
}

function place({ path, message }: Finding, body: string | undefined): ProblemPlace {
  const [first = '', ...rest] = stepsOf(path)
  return first === body ? { detail: message, pointer: pointerTo(rest) } : { detail: message, parameter: first }
}

function findingsOf(detail: unknown): readonly Finding[] {
  const known = typeof detail === 'object' && detail !== null && 'findings' in detail ? detail.findings : []
  return Array.isArray(known) ? known : []
}

const STEP = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([\w$]+)/g

/** Reads `clients[0].redirect_uris[1]`. */
function stepsOf(path: string): readonly string[] {
  return [...path.matchAll(STEP)].map(([, index, quoted, name]) => index ?? name ?? String(JSON.parse(quoted ?? '""')))
}

/** RFC 6901 section 6: the fragment form, as RFC 9457's own example has it. */
function pointerTo(steps: readonly string[]): string {
  const escaped = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
  return ['#', ...escaped].join('/')
}

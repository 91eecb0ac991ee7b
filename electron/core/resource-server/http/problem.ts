import { ValetKeyError } from '#shared/errors.ts'

/** Where in the request something is wrong, in RFC 9457's own example terms: a JSON pointer or a parameter's name. */
export interface ProblemPlace {
  readonly detail: string
  readonly pointer?: string
  readonly parameter?: string
  readonly header?: string
}

export interface ProblemOptions {
  readonly errors?: readonly ProblemPlace[]
  readonly headers?: Readonly<Record<string, string>>
  /** Extension members (RFC 9457 section 3.2). */
  readonly members?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/** A refusal that is not OAuth's own; leaves as `application/problem+json` (RFC 9457). */
export class HttpProblem extends ValetKeyError {
  readonly status: number
  readonly title: string
  readonly options: ProblemOptions

  constructor(status: number, title: string, detail: string, options: ProblemOptions = {}) {
    super(`http_${status}`, detail, { cause: options.cause })
    this.status = status
    this.title = title
    this.options = options
  }
}

export function buildProblemResponse({ status, title, message, options }: HttpProblem): Response {
  const body = {
    title,
    status,
    detail: message,
    ...(options.errors === undefined ? {} : { errors: options.errors }),
    ...options.members,
  }
  return Response.json(body, { status, headers: { ...options.headers, 'content-type': 'application/problem+json' } })
}

export function invalidParameter(parameter: string, detail: string): HttpProblem {
  return new HttpProblem(400, 'A parameter is not valid', `${parameter}: ${detail}`, {
    errors: [{ parameter, detail }],
  })
}

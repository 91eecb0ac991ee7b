import type * as z from 'zod'
import { HttpProblem } from './problem.ts'
import { readBody } from './read-body.ts'

/** `application/json`, or any type built on it, with or without parameters. */
const JSON_TYPE = /^application\/(?:[\w!#$&^.+-]+\+)?json\s*(?:;|$)/i

/** The body checked against its schema; what is wrong is named by JSON pointers. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  assertJsonType(request)
  const result = schema.safeParse(parseJson(await readBody(request)))
  if (result.success) return result.data
  const errors = result.error.issues.flatMap(listPlaces)
  const detail = errors.map((error) => `${error.pointer}: ${error.detail}`).join(' · ')
  throw new HttpProblem(400, 'The body is not valid', detail, { errors })
}

export function assertJsonType(request: Request): void {
  const type = request.headers.get('content-type')
  if (type !== null && JSON_TYPE.test(type)) return
  const sent = type === null ? 'It came without a Content-Type' : `It came as ${type.slice(0, 100)}`
  throw new HttpProblem(415, 'The body must be JSON', `${sent}; send application/json.`, {
    headers: { accept: 'application/json' },
    errors: [{ header: 'Content-Type', detail: 'must be application/json' }],
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new HttpProblem(400, 'The body is not JSON', reason, { cause, errors: [{ pointer: '#', detail: reason }] })
  }
}

function listPlaces(issue: z.core.$ZodIssue): { pointer: string; detail: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: toPointer(issue.path), detail: issue.message }]
  return issue.keys
    .slice(0, 20)
    .map((key) => ({ pointer: toPointer([...issue.path, key]), detail: 'is not a member that this takes' }))
}

/** RFC 6901 as a URI fragment, the way RFC 9457 shows it. */
function toPointer(path: readonly PropertyKey[]): string {
  const tokens = path.map((part) =>
    String(part).slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'),
  )
  return ['#', ...tokens.map(encodeURIComponent)].join('/')
}

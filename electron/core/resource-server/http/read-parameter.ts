import { invalidParameter } from './problem.ts'

const LONGEST = 200

/** A query parameter that may be there once; trimmed, and undefined where it is missing or empty. */
export function readParameter(request: Request, name: string): string | undefined {
  const values = new URL(request.url).searchParams.getAll(name)
  if (values.length > 1) throw invalidParameter(name, 'is given more than once')
  const value = values[0]?.trim() ?? ''
  if (value.length > LONGEST) throw invalidParameter(name, `is longer than ${LONGEST} characters`)
  return value === '' ? undefined : value
}

export function requireParameter(request: Request, name: string, example: string): string {
  const value = readParameter(request, name)
  if (value === undefined) throw invalidParameter(name, `is missing; for example ${name}=${example}`)
  return value
}

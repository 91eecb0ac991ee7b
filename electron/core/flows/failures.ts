import { ValetKeyError } from '#shared/errors.ts'

export function notFound(kind: string, id: string, way: string): ValetKeyError {
  return new ValetKeyError('not_found', `There is no ${kind} ${JSON.stringify(id)}. ${way}`)
}

export function conflict(message: string): ValetKeyError {
  return new ValetKeyError('conflict', message)
}

/** By field, so that whoever shows the fields can say it at each. */
export function invalidFields(fields: Readonly<Record<string, string>>): ValetKeyError {
  const findings = Object.entries(fields).map(([path, message]) => ({ path, message }))
  const text = findings.map(({ path, message }) => `${path}: ${message}`).join('\n')
  return new ValetKeyError('invalid', text, { detail: { findings } })
}

/** For a person; what undici and Node say of the network lies deeper. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

import { nearest } from '#shared/contract/nearest.ts'
import { ValetKeyError } from '#shared/errors.ts'

export function usage(message: string): ValetKeyError {
  return new ValetKeyError('bad_usage', `${message}${/[.?]$/.test(message) ? '' : '.'} See valetkey flow --help.`)
}

/** What was found, what there is, and which of it was probably meant. */
export function unknown(where: string, found: string, known: readonly string[]): ValetKeyError {
  const meant = nearest(found, known)
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`
  return usage(`${where}: found ${JSON.stringify(found)}, expected one of ${known.join(', ')}${hint}`)
}

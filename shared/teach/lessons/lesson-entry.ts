import type { ErrorInput } from '../error-input.ts'
import type { ErrorLesson } from '../lesson.ts'

/** What a lesson says itself; the code and what the issuer said are added to each alike. */
export type LessonBody = Omit<ErrorLesson, 'code' | 'description' | 'reason'>

/** One row of the table of lessons: which failure it is about, and what it has to say of it. */
export interface LessonEntry {
  readonly id: string
  matches(input: ErrorInput): boolean
  explain(input: ErrorInput): LessonBody
}

/** The request was refused with this code, whatever it said besides. */
export function hasError(...errors: readonly string[]): LessonEntry['matches'] {
  return (input) => errors.includes(input.error)
}

/** The description says this; patterns are anchored where the wording allows. */
export function says(pattern: RegExp): LessonEntry['matches'] {
  return (input) => pattern.test(input.description ?? '')
}

/** `missing required parameter 'x'`, alone or in a list. */
export function misses(parameter: string): LessonEntry['matches'] {
  return (input) => /^missing required parameters? /.test(input.description ?? '') && quoted(input).has(parameter)
}

export function all(...conditions: readonly LessonEntry['matches'][]): LessonEntry['matches'] {
  return (input) => conditions.every((condition) => condition(input))
}

export function some(...conditions: readonly LessonEntry['matches'][]): LessonEntry['matches'] {
  return (input) => conditions.some((condition) => condition(input))
}

/** The names that a description puts in quotes. */
export function quoted(input: ErrorInput): ReadonlySet<string> {
  return new Set([...(input.description ?? '').matchAll(/'([^']+)'/g)].map(([, name = '']) => name))
}

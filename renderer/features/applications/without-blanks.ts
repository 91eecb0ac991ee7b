import type { Members } from '#shared/json/list-differences.ts'

/** A line of a list that was added and never filled is no value. */
export function withoutBlanks(value: Members): Members {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      Array.isArray(member) ? member.filter((item) => item !== '') : member,
    ]),
  )
}

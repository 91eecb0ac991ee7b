import { writeString } from './literals.ts'
import type { SnippetRequest } from './read-request.ts'

/** Members of an object in JavaScript. */
export function writeHeaders({ headers, user }: SnippetRequest): readonly string[] {
  const members = headers.map(([name, value]) => `${writeName(name)}: ${writeString(value)}`)
  if (user === undefined) return members
  return [...members, `authorization: 'Basic ' + btoa(${writeString(`${user.name}:${user.password}`)})`]
}

/** `__proto__` in quotes would not become a member. */
function writeName(name: string): string {
  if (name === '__proto__') return `['__proto__']`
  return /^[a-z]+$/i.test(name) ? name : writeString(name)
}

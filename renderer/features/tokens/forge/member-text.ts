import type { Members } from './variations.ts'

/** A member as it stands in a field: a text as it is, anything else as JSON. */
export function writeMember(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What was a text stays one, whatever it looks like; anything else is read as JSON where it is JSON. */
export function readMember(text: string, before: unknown): unknown {
  if (typeof before === 'string') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** Undefined for what is no JSON object. */
export function parseMembers(json: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined
  } catch {
    return undefined
  }
}

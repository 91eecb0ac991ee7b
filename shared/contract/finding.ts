import { nearest } from './nearest.ts'

/** Something wrong in a config file, or in one entity of it. */
export interface Finding {
  /** `clients[0].redirect_uris[1]`; empty for the whole. */
  readonly path: string
  /** `found X, expected Y`, without the path. */
  readonly message: string
}

export type Path = readonly PropertyKey[]

/** Whatever stands at or below one of these is never repeated in a message. */
const SECRET_NAMES: ReadonlySet<PropertyKey> = new Set([
  'client_secret',
  'password',
  'totpSecret',
  'jwks',
  'private_key',
])
const LONGEST_ECHO = 80

export function buildFinding(path: Path, found: string, expected: string): Finding {
  return { path: explainPath(path), message: `found ${found}, expected ${expected}` }
}

/** Says what was probably meant; without a likely candidate, what would have been right. */
export function buildSuggestion(
  path: Path,
  found: string,
  name: string,
  candidates: readonly string[],
  expected: string,
) {
  const likely = nearest(name, candidates)
  if (likely === undefined) return buildFinding(path, found, expected)
  return { path: explainPath(path), message: `found ${found}, did you mean ${quote(likely)}?` } satisfies Finding
}

export function explainPath(path: Path): string {
  return path.map(explainStep).join('').replace(/^\./, '')
}

function explainStep(step: PropertyKey): string {
  if (typeof step === 'number') return `[${step}]`
  const name = String(step)
  return /^[\w$]+$/.test(name) ? `.${name}` : `[${quote(name)}]`
}

/** A value as a message may show it: scalars as they are, anything larger or secret by its kind only. */
export function explainValue(value: unknown, path: Path): string {
  if (path.some((step) => SECRET_NAMES.has(step))) return explainKind(value)
  if (typeof value === 'string') return quote(value)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : explainKind(value)
}

export function explainKind(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  const kinds = { string: value === '' ? 'an empty text' : 'a text', number: 'a number', boolean: 'true or false' }
  return kinds[typeof value as keyof typeof kinds] ?? 'an object'
}

/** Quoted, without user names and passwords in addresses, and without characters that a terminal would act on. */
export function quote(text: string): string {
  const clean = text.replace(/\/\/[^/?#]*@/g, '//…@')
  const shown = clean.length > LONGEST_ECHO ? `${clean.slice(0, LONGEST_ECHO)}…` : clean
  return JSON.stringify(shown).replace(/[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escapeCharacter)
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** `"a", "b" or "c"` */
export function explainChoice(choices: readonly unknown[]): string {
  const quoted = choices.map((choice) => quote(String(choice)))
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}

/** Values as JavaScript and Python write them; a string of JSON is a string of both. */
import type { Json } from '../flow.ts'

export interface Dialect {
  readonly indent: string
  readonly words: { readonly true: string; readonly false: string; readonly null: string }
}

export const JAVASCRIPT: Dialect = { indent: '  ', words: { true: 'true', false: 'false', null: 'null' } }
export const PYTHON: Dialect = { indent: '    ', words: { true: 'True', false: 'False', null: 'None' } }

/** Printable ASCII in single quotes; anything else with escapes. */
export function writeString(text: string): string {
  return /^[\x20-\x26\x28-\x5b\x5d-\x7e]*$/.test(text) ? `'${text}'` : JSON.stringify(text.toWellFormed())
}

/** One member a line; `level` is how far the line is indented that it begins in. */
export function writeValue(value: Json, dialect: Dialect, level: string): string {
  if (typeof value === 'string') return writeString(value)
  if (typeof value === 'number') return String(value)
  if (value === null || typeof value === 'boolean') return dialect.words[String(value) as keyof Dialect['words']]
  const isList = Array.isArray(value)
  const members = isList
    ? value.map((one: Json) => writeValue(one, dialect, level + dialect.indent))
    : Object.entries(value).map(
        ([key, one]) => `${writeString(key)}: ${writeValue(one, dialect, level + dialect.indent)}`,
      )
  return writeBlock(isList ? '[]' : '{}', members, dialect.indent, level)
}

export function writeBlock(
  brackets: '[]' | '{}' | '()',
  members: readonly string[],
  indent: string,
  level = '',
): string {
  const [open, close] = brackets
  if (members.length === 0) return brackets
  return `${open}\n${members.map((member) => `${level}${indent}${member},\n`).join('')}${level}${close}`
}

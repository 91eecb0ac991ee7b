import * as z from 'zod'

import {
  buildFinding,
  buildSuggestion,
  explainChoice,
  explainKind,
  explainValue,
  type Finding,
  type Path,
} from './finding.ts'

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  record: 'an object',
}
const SCALARS: ReadonlySet<string> = new Set(['string', 'number', 'int', 'boolean'])
/** More names than this are no help in a message. */
const MOST_NAMES = 12

/** What zod finds wrong with a value, in our words. */
export function checkShape(schema: z.ZodType, value: unknown, at: Path = []): readonly Finding[] {
  const result = schema.safeParse(value, { reportInput: true })
  return result.success ? [] : result.error.issues.flatMap((issue) => explainIssue(issue, schema, at))
}

function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType, at: Path): readonly Finding[] {
  const path = [...at, ...issue.path]
  const found = explainValue(issue.input, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], key, keysAt(schema, issue.path)))
    case 'invalid_type':
      return [wrongKind(path, issue.input, issue.expected)]
    case 'invalid_value':
      return [notOneOf(path, issue.input, issue.values)]
    case 'too_small':
      return [buildFinding(path, found, explainBound(issue.origin, 'at least', issue.minimum))]
    case 'too_big':
      return [buildFinding(path, found, explainBound(issue.origin, 'at most', issue.maximum))]
    case 'invalid_key':
      return [buildFinding(path, explainValue(issue.path.at(-1), path), issue.issues[0]?.message ?? 'another name')]
    default:
      return [buildFinding(path, found, issue.message)]
  }
}

function unknownKey(path: Path, key: string, known: readonly string[]): Finding {
  const expected = known.length > MOST_NAMES ? 'a name that resources/config.schema.json lists' : explainChoice(known)
  return buildSuggestion(path, 'an unknown key', key, known, expected)
}

/** Where an object or a list belongs, only the kind is shown: `"users": ["alice:hunter2"]` may be a password. */
function wrongKind(path: Path, value: unknown, expected: string): Finding {
  const found = SCALARS.has(expected) ? explainValue(value, path) : explainKind(value)
  return buildFinding(path, found, KINDS[expected] ?? expected)
}

function notOneOf(path: Path, value: unknown, values: readonly unknown[]): Finding {
  if (typeof value !== 'string') return buildFinding(path, explainValue(value, path), explainChoice(values))
  return buildSuggestion(path, explainValue(value, path), value, values.map(String), explainChoice(values))
}

function explainBound(origin: string, bound: 'at least' | 'at most', limit: number | bigint): string {
  if (origin === 'string') return bound === 'at least' ? 'a text that is not empty' : `at most ${limit} characters`
  return origin === 'array' ? `${bound} ${limit} element${limit === 1 ? '' : 's'}` : `${bound} ${limit}`
}

/** The names that an object schema knows at a path inside it. */
function keysAt(schema: unknown, path: Path): readonly string[] {
  const found = path.reduce<unknown>((inner, step) => stepInto(unwrap(inner), step), schema)
  const object = unwrap(found)
  return object instanceof z.ZodObject ? Object.keys(object.shape) : []
}

function stepInto(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)]
  if (schema instanceof z.ZodArray) return schema.element
  return schema instanceof z.ZodRecord ? schema.valueType : undefined
}

function unwrap(schema: unknown): unknown {
  const wrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional
  return wrapped ? unwrap(schema.unwrap()) : schema
}

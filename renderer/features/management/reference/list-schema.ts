import type { JsonSchema } from '#shared/rest/json-schema.ts'

import type { Components } from './operations.ts'

export interface SchemaRow {
  /** `parts[].id`: where it stands. */
  readonly path: string
  readonly type: string
  readonly isRequired: boolean
  readonly description: string | undefined
}

const DEEPEST = 4
const MOST_ROWS = 150

/** Every member that something may have, one after the other; what refers to itself ends there. */
export function listSchema(schema: JsonSchema, components: Components): readonly SchemaRow[] {
  return walk(schema, { components, path: '', depth: 0, seen: [] }).slice(0, MOST_ROWS)
}

interface Place {
  readonly components: Components
  readonly path: string
  readonly depth: number
  readonly seen: readonly string[]
}

function walk(given: JsonSchema, place: Place): readonly SchemaRow[] {
  const { schema, seen } = resolve(given, place)
  if (schema === undefined || place.depth > DEEPEST) return []
  const inner = { ...place, seen, depth: place.depth + 1 }
  const items = objectOf(schema['items'])
  if (items !== undefined) return walk(items, { ...inner, path: `${place.path}[]` })
  const properties = objectOf(schema['properties']) ?? {}
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  return Object.entries(properties).flatMap(([name, member]) => {
    const memberSchema = objectOf(member) ?? {}
    const path = place.path === '' ? name : `${place.path}.${name}`
    const own = resolve(memberSchema, inner).schema ?? memberSchema
    const description = memberSchema['description'] ?? own['description']
    const row = {
      path,
      type: nameType(memberSchema, place.components),
      isRequired: required.includes(name),
      description: typeof description === 'string' ? description : undefined,
    }
    return [row, ...walk(memberSchema, { ...inner, path })]
  })
}

function resolve(schema: JsonSchema, { components, seen }: Place) {
  const name = refOf(schema)
  if (name === undefined) return { schema, seen }
  return { schema: seen.includes(name) ? undefined : components[name], seen: [...seen, name] }
}

/** "array of string", "one of a, b". */
export function nameType(schema: JsonSchema, components: Components): string {
  const name = refOf(schema)
  const target = name === undefined ? schema : (components[name] ?? {})
  if (name !== undefined && typeof target['type'] !== 'string') return name
  const { type, enum: choices, const: only, anyOf, oneOf } = target
  if (Array.isArray(choices)) return choices.map((choice) => JSON.stringify(choice)).join(' | ')
  if (only !== undefined) return JSON.stringify(only)
  if (type === 'array') return `array of ${nameType(objectOf(target['items']) ?? {}, components)}`
  if (typeof type === 'string') return type
  const several = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : []
  return several.length > 0 ? several.map((one) => nameType(objectOf(one) ?? {}, components)).join(' | ') : 'anything'
}

function refOf(schema: JsonSchema): string | undefined {
  const ref = schema['$ref']
  return typeof ref === 'string' ? ref.split('/').at(-1) : undefined
}

function objectOf(value: unknown): JsonSchema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

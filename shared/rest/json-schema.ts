import * as z from 'zod'

export type JsonSchema = Readonly<Record<string, unknown>>

export interface Schemas {
  convert(schema: z.ZodType): JsonSchema
  member(schema: z.ZodType, name: string): JsonSchema
  isVersioned(schema: z.ZodType): schema is z.ZodObject<{ version: z.ZodType; value: z.ZodType; created?: z.ZodType }>
  /** Every schema with a name that was met on the way, by its name. */
  all(): Readonly<Record<string, JsonSchema>>
}

const PREFIX = '#/components/schemas/'

/** JSON Schema 2020-12, which is what OpenAPI 3.1 speaks; schemas with an id become components. */
export function createSchemas(): Schemas {
  const named = new Map<string, JsonSchema>()

  function convert(schema: z.ZodType): JsonSchema {
    const {
      $schema: _dialect,
      $defs = {},
      id,
      ...rest
    } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    for (const [name, definition] of Object.entries($defs)) named.set(name, clean(definition))
    if (typeof id !== 'string') return clean(rest)
    named.set(id, clean(rest))
    return { $ref: `${PREFIX}${id}` }
  }

  return {
    convert,
    member(schema, name) {
      const inner = schema instanceof z.ZodObject ? schema.shape[name] : undefined
      return inner instanceof z.ZodType ? convert(inner) : {}
    },
    isVersioned: (schema): schema is z.ZodObject<{ version: z.ZodType; value: z.ZodType }> =>
      schema instanceof z.ZodObject && 'version' in schema.shape && 'value' in schema.shape,
    all: () => Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** References lead to the components, and an id is no keyword to OpenAPI's readers. */
function clean(schema: object): JsonSchema {
  const text = JSON.stringify(schema, (key, value: unknown) => {
    if (key === '$ref' && typeof value === 'string') return value.replace('#/$defs/', PREFIX)
    return value
  })
  const { id: _id, ...rest } = JSON.parse(text) as Record<string, unknown>
  return rest
}

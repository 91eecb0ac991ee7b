import { ValetKeyError } from '#shared/errors.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** Gives the entity, or undefined when what was stored has lost its shape. */
export type Parse<Entity> = (value: unknown) => Entity | undefined

/** Throws a failure that names the row when somebody has been at the file by hand and left something unreadable. */
export function parseStored<Entity>(table: string, id: string, text: string, parse: Parse<Entity>): Entity {
  const entity = parse(parseJson(text))
  if (entity === undefined) throw damagedRow(table, id)
  return entity
}

export function damagedRow(table: string, id: string): ValetKeyError {
  const message =
    `The row ${JSON.stringify(id)} of the table "${table}" cannot be read: it is not what Valet Key once wrote there. ` +
    'Save it again, or remove it; nothing else is affected.'
  return new ValetKeyError('store_damaged_row', message, { detail: { table, id } })
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** Undefined for text that is not JSON; a stored value is an object, so nothing is confused with it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

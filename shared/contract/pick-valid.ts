import type * as z from 'zod'

import type { Path } from './finding.ts'

/** An entity and where it stands in the file. */
export interface Placed<Entity> {
  readonly entity: Entity
  readonly path: Path
}

export interface Picked<Entity> {
  readonly valid: readonly Placed<Entity>[]
  /** Nothing was left out as invalid. */
  readonly complete: boolean
}

export function pickValid<Entity>(value: unknown, member: string, schema: z.ZodType<Entity>): Picked<Entity> {
  const list = listOf(value, member)
  const valid = list.flatMap((item, index) => {
    const result = schema.safeParse(item)
    return result.success ? [{ entity: result.data, path: [member, index] }] : []
  })
  return { valid, complete: valid.length === list.length }
}

export function listOf(value: unknown, member: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return []
  const list: unknown = Reflect.get(value, member)
  return Array.isArray(list) ? list : []
}

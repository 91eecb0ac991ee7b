import type { Retention } from '#shared/model/exchange.ts'

export const UNITS = [1, 60, 3600, 86_400] as const
export type Unit = (typeof UNITS)[number]

/** What is in the fields, and what stood there when the person began to change it. */
export interface RetentionDraft {
  readonly base: Retention
  readonly maxCount: number | undefined
  readonly age: number | undefined
  readonly unit: Unit
}

export function draftOf(retention: Retention): RetentionDraft {
  const unit = UNITS.findLast((candidate) => retention.maxAge >= candidate && retention.maxAge % candidate === 0) ?? 1
  return { base: retention, maxCount: retention.maxCount, age: retention.maxAge / unit, unit }
}

/** What the fields say, if they say something. */
export function retentionOf({ maxCount, age, unit }: RetentionDraft): Retention | undefined {
  if (maxCount === undefined || age === undefined) return undefined
  return { maxCount, maxAge: age * unit }
}

export function isSame(one: Retention, other: Retention): boolean {
  return one.maxCount === other.maxCount && one.maxAge === other.maxAge
}

/** The person changed something; an empty field counts. */
export function isDirty(draft: RetentionDraft): boolean {
  const retention = retentionOf(draft)
  return retention === undefined || !isSame(retention, draft.base)
}

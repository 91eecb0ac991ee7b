import * as z from 'zod'

/** Text of a person: trimmed, not empty, without control characters or broken surrogates. */
export function textField(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'must not contain control characters')
}

/** A calendar date, `2026-11-20`. */
export function dateField() {
  return z.iso.date()
}

/** A moment with its offset, `2026-11-20T09:00:00Z`. */
export function timeField() {
  return z.iso.datetime({ offset: true })
}

import * as z from 'zod'
import { dateField, textField } from '../fields.ts'

export function pictureSchema() {
  return z.strictObject({
    title: textField(80),
    place: textField(80).optional(),
    taken: dateField().default(() => new Date().toISOString().slice(0, 10)),
  })
}

export type Picture = z.infer<ReturnType<typeof pictureSchema>>

const SEEDS: Readonly<Record<string, readonly Picture[]>> = {
  alice: [
    { title: 'Harbour at dawn', place: 'Lisbon', taken: '2026-05-02' },
    { title: 'Market day', place: 'Kraków', taken: '2026-06-14' },
    { title: 'First snow', place: 'Oslo', taken: '2025-12-01' },
    { title: 'Grandmother at ninety', taken: '2026-08-30' },
  ],
  bob: [
    { title: 'New bicycle', taken: '2026-03-18' },
    { title: 'Summit', place: 'Zürich', taken: '2026-07-22' },
  ],
  carol: [{ title: 'Community hall, reopened', place: 'London', taken: '2026-09-12' }],
  mallory: [{ title: 'Someone else’s letterbox', taken: '2026-01-01' }],
}

const DEFAULT: readonly Picture[] = [{ title: 'Welcome to PhotoBox', taken: '2026-01-01' }]

export function seedPictures(owner: string): readonly Picture[] {
  return (Object.hasOwn(SEEDS, owner) ? SEEDS[owner] : undefined) ?? DEFAULT
}

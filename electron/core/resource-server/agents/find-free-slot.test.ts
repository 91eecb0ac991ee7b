import { expect, test } from 'vitest'
import { findFreeSlot } from './find-free-slot.ts'

const at = (time: string) => `2026-11-20T${time}:00Z`
const span = (start: string, end: string) => ({ start: at(start), end: at(end) })
const find = (busy: { start: string; end: string }[], minutes: number) =>
  findFreeSlot(busy, Date.parse(at('09:00')), Date.parse(at('12:00')), minutes)

test('an empty day is free from its beginning', () => {
  expect(find([], 30)).toEqual(span('09:00', '09:30'))
})

test('the first gap that is long enough is taken, whatever the order of the appointments', () => {
  expect(find([span('10:00', '11:00'), span('09:00', '09:45')], 15)).toEqual(span('09:45', '10:00'))
  expect(find([span('10:00', '11:00'), span('09:00', '09:45')], 30)).toEqual(span('11:00', '11:30'))
})

test('appointments that overlap or lie outside do not confuse it', () => {
  expect(
    find([span('07:00', '08:00'), span('08:30', '11:30'), span('09:00', '10:00'), span('13:00', '14:00')], 30),
  ).toEqual(span('11:30', '12:00'))
})

test('a full day has no gap', () => {
  expect(find([span('08:00', '11:45')], 30)).toBeUndefined()
})

import { Circle } from 'lucide-react'
import { expect, test } from 'vitest'

import type { EntryGroup, PaletteEntry } from './entry.ts'
import { searchEntries, suggestEntries } from './search.ts'

function entry(group: EntryGroup, label: string): PaletteEntry {
  return { id: `${group}:${label}`, group, label, icon: Circle, texts: [label], run: () => undefined }
}

const ENTRIES = [
  entry('screens', 'Applications'),
  entry('screens', 'Traffic'),
  entry('actions', 'Clear the recorded traffic'),
  entry('applications', 'CalendarApp'),
  entry('users', 'Alice'),
  entry('reference', 'scope'),
]

function labels(groups: ReturnType<typeof searchEntries>) {
  return groups.map(({ group, entries }) => [group, entries.map(({ label }) => label)])
}

test('the group with what fits best comes first', () => {
  expect(labels(searchEntries(ENTRIES, 'traffic'))).toEqual([
    ['screens', ['Traffic']],
    ['actions', ['Clear the recorded traffic']],
  ])
})

test('a part of a name finds it in every group', () => {
  expect(labels(searchEntries(ENTRIES, 'app'))).toEqual([
    ['screens', ['Applications']],
    ['applications', ['CalendarApp']],
  ])
})

test('nothing is found for what nothing is called', () => {
  expect(searchEntries(ENTRIES, 'zebra')).toEqual([])
})

test('before anything is typed, what was chosen last comes first, and not twice', () => {
  expect(labels(suggestEntries(ENTRIES, ['users:Alice', 'screens:Traffic', 'clients:gone']))).toEqual([
    ['recent', ['Alice', 'Traffic']],
    ['screens', ['Applications']],
    ['actions', ['Clear the recorded traffic']],
  ])
})

test('of ten thousand users a few are shown, and how many more there are is said', () => {
  const users = Array.from({ length: 10_000 }, (_, index) => entry('users', `Person ${index}`))
  const [found] = searchEntries(users, 'person')
  expect(found?.entries).toHaveLength(7)
  expect(found?.more).toBe(9993)
})

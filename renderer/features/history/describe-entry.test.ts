import { expect, test } from 'vitest'

import type { HistoryPart } from '#shared/contract/calls/history.ts'

import { describeEntry } from './describe-entry.ts'

const client: HistoryPart = { kind: 'clients', id: 'my-app', action: 'changed', members: ['client_name', 'scope'] }
const user = (id: string): HistoryPart => ({ kind: 'users', id, action: 'created', members: [] })

test('a change of one thing is told with its members', () => {
  expect(describeEntry({ parts: [client], count: 1 })).toBe('Changed my-app: client_name, scope')
  expect(describeEntry({ parts: [{ ...client, action: 'removed', members: [] }], count: 1 })).toBe('Removed my-app')
})

test('a change of many is told by what became of how many', () => {
  expect(describeEntry({ parts: [user('a'), user('b'), client], count: 3 })).toBe(
    'Added 2 users, changed 1 application',
  )
})

test('what is not listed is counted', () => {
  expect(describeEntry({ parts: [user('a'), user('b')], count: 5000 })).toBe('Added 2 users, 4,998 more')
})

test('a deed that only ended tokens has nothing of its own', () => {
  expect(describeEntry({ parts: [], count: 0 })).toBe('nothing of its own')
})

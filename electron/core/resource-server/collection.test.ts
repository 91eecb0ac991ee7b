import { expect, test } from 'vitest'
import { createCollection } from './collection.ts'

const seed = (owner: string) => [{ text: `${owner}'s first` }]

test('each owner has a set of their own, seeded on the first visit', () => {
  const notes = createCollection({ kind: 'note', seed })
  notes.add('alice', { text: 'second' })
  expect(notes.list('alice')).toEqual([
    { id: 'note-1', text: "alice's first" },
    { id: 'note-2', text: 'second' },
  ])
  expect(notes.list('bob')).toEqual([{ id: 'note-1', text: "bob's first" }])
})

test('what was removed is gone, and its id is not given again', () => {
  const notes = createCollection({ kind: 'note', seed })
  expect(notes.remove('alice', 'note-1')).toBe(true)
  expect(notes.remove('alice', 'note-1')).toBe(false)
  expect(notes.find('alice', 'note-1')).toBeUndefined()
  expect(notes.add('alice', { text: 'new' }).id).toBe('note-2')
})

test('a full set refuses more until something is removed', () => {
  const notes = createCollection({ kind: 'note', seed, itemLimit: 2 })
  notes.add('alice', { text: 'second' })
  expect(() => notes.add('alice', { text: 'third' })).toThrow('There are 2 of kind note, the most that the demo keeps')
  notes.remove('alice', 'note-1')
  expect(notes.add('alice', { text: 'third' }).id).toBe('note-3')
})

test('the owner who has been away for the longest time is forgotten first', () => {
  const notes = createCollection({ kind: 'note', seed, ownerLimit: 2 })
  for (const owner of ['alice', 'bob', 'alice', 'carol']) notes.add(owner, { text: 'more' })
  expect(notes.list('alice')).toHaveLength(3)
  expect(notes.list('bob')).toHaveLength(1)
})

import { expect, it } from 'vitest'

import { createRecentRows } from './recent-rows.ts'

const row = (id: string, payload: string) => ({ id, payload })

it('reads a row once, under each of its keys', () => {
  const recent = createRecentRows<{ id: string; payload: string }>()
  let reads = 0
  const load = () => {
    reads += 1
    return row('a', 'one')
  }
  recent.read('Session', 'a', load)
  recent.read('Session', 'a', load)
  recent.read('Session', 'uid=u', load)
  recent.read('Session', 'uid=u', load)
  expect(reads).toBe(2)
})

it('forgets a row under the key by which it was found, when only its id is known to have changed', () => {
  const recent = createRecentRows<{ id: string; payload: string }>()
  recent.read('Session', 'uid=u', () => row('a', 'old'))
  recent.forget('Session', 'a')
  expect(recent.read('Session', 'uid=u', () => row('a', 'new'))?.payload).toBe('new')
})

it('remembers that there was nothing, until something is written there', () => {
  const recent = createRecentRows<{ id: string; payload: string }>()
  expect(recent.read('Grant', 'a', () => undefined)).toBeUndefined()
  expect(recent.read('Grant', 'a', () => row('a', 'not read'))).toBeUndefined()
  recent.forget('Grant', 'a')
  expect(recent.read('Grant', 'a', () => row('a', 'now'))?.payload).toBe('now')
})

it('keeps models apart', () => {
  const recent = createRecentRows<{ id: string; payload: string }>()
  recent.read('Grant', 'a', () => row('a', 'grant'))
  expect(recent.read('Session', 'a', () => row('a', 'session'))?.payload).toBe('session')
})

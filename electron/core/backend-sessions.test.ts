import { expect, it } from 'vitest'

import { createBackendSessions, SESSION_LIFETIME } from './backend-sessions.ts'

it('opens a session once, by the state of its sign-in', () => {
  const sessions = createBackendSessions()
  sessions.keepTokens('af0ifjsldkj', { access_token: 'SlAV32hkKG' })
  const opened = sessions.open('af0ifjsldkj')
  expect(opened?.session.access_token).toBe('SlAV32hkKG')
  expect(sessions.find(opened?.id ?? '')).toBe(opened?.session)
  expect(sessions.open('af0ifjsldkj')).toBeUndefined()
})

it('names sessions and page values so that nobody can guess them', () => {
  const sessions = createBackendSessions()
  const names = ['a', 'b'].flatMap((state) => {
    sessions.keepTokens(state, { access_token: 'x' })
    const opened = sessions.open(state)
    return [opened?.id, opened?.session.csrf_token]
  })
  expect(new Set(names).size).toBe(4)
  for (const name of names) expect(name).toMatch(/^[\w-]{43}$/)
})

it('forgets what has ended, and what has run out', () => {
  let now = 0
  const sessions = createBackendSessions(() => now)
  for (const state of ['a', 'b', 'c']) sessions.keepTokens(state, { access_token: state })
  const [a, b] = [sessions.open('a'), sessions.open('b')]
  sessions.end(a?.id ?? '')
  expect(sessions.find(a?.id ?? '')).toBeUndefined()
  expect(sessions.find(b?.id ?? '')).toBeDefined()
  now = SESSION_LIFETIME
  expect(sessions.find(b?.id ?? '')).toBeUndefined()
  expect(sessions.open('c')).toBeUndefined()
})

it('keeps a bounded number, the newest', () => {
  const sessions = createBackendSessions()
  for (let count = 0; count < 1000; count += 1) sessions.keepTokens(`${count}`, { access_token: `${count}` })
  expect(sessions.open('0')).toBeUndefined()
  expect(sessions.open('999')).toBeDefined()
})

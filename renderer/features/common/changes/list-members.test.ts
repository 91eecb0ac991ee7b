import { expect, test } from 'vitest'

import type { WholePart } from '#shared/contract/calls/history.ts'

import { listMembers, nameOfPart, showValue } from './list-members.ts'

const part: WholePart = { kind: 'clients', id: 'my-app', action: 'changed', members: ['client_name'] }

test('what changed is told member by member, also inside of one', () => {
  const before = { client_name: 'Old', valetkey: { skipConsent: false, refreshTokens: 'always' } }
  const after = { client_name: 'New', valetkey: { skipConsent: true, refreshTokens: 'always' } }
  expect(listMembers({ ...part, members: ['client_name', 'valetkey'], before, after })).toEqual([
    { name: 'client_name', before: 'Old', after: 'New' },
    { name: 'valetkey.skipConsent', before: false, after: true },
  ])
})

test('of a secret is only told that it is another one', () => {
  const state = { client_name: 'App' }
  expect(listMembers({ ...part, members: ['client_secret'], before: state, after: state })).toEqual([
    { name: 'client_secret', before: undefined, after: undefined, isSecret: true },
  ])
})

test('what is new or gone has all its members', () => {
  expect(listMembers({ ...part, action: 'created', members: [], after: { scope: 'openid' } })).toEqual([
    { name: 'scope', before: undefined, after: 'openid' },
  ])
})

test('each kind is called as people call it, or by its id', () => {
  expect(nameOfPart({ ...part, after: { client_name: 'App' } })).toBe('App')
  expect(nameOfPart({ ...part, kind: 'users', id: 'dora', before: { claims: { name: 'Dora' } } })).toBe('Dora')
  expect(nameOfPart({ ...part, kind: 'scenarios', before: { title: 'Demo' } })).toBe('Demo')
  expect(nameOfPart({ ...part, kind: 'users', id: 'dora', after: { claims: {} } })).toBe('dora')
  expect(nameOfPart({ ...part, kind: 'keys', id: 'kid-1', after: { alg: 'RS256' } })).toBe('kid-1')
})

test('a long value is cut', () => {
  expect(showValue('x'.repeat(700))).toHaveLength(601)
  expect(showValue(['a', 'b'])).toBe('[\n "a",\n "b"\n]')
})

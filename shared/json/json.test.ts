import { describe, expect, it } from 'vitest'

import { buildMergePatch, rebase } from './build-merge-patch.ts'
import { isSameJson, listDifferences } from './list-differences.ts'
import { setAt } from './set-at.ts'

describe('the differences of two values', () => {
  it('are told member by member, what was added and what is gone too', () => {
    expect(listDifferences({ a: 1, b: { c: 2, d: 3 } }, { a: 1, b: { c: 4 }, e: null })).toEqual([
      { path: ['b', 'c'], before: 2, after: 4 },
      { path: ['b', 'd'], before: 3, after: undefined },
      { path: ['e'], before: undefined, after: null },
    ])
  })

  it('take a list as one value', () => {
    expect(listDifferences({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toEqual([])
    expect(listDifferences({ a: [1] }, { a: [1, 2] })).toEqual([{ path: ['a'], before: [1], after: [1, 2] }])
  })

  it('do not mind the order of members', () => {
    expect(isSameJson([{ a: 1, b: 2 }], [{ b: 2, a: 1 }])).toBe(true)
    expect(isSameJson({ a: undefined }, {})).toBe(true)
    expect(isSameJson([], {})).toBe(false)
  })
})

describe('a merge patch', () => {
  it('has what changed, and null for what is gone', () => {
    expect(buildMergePatch({ a: 1, b: { c: 2, d: 3 }, e: 5 }, { a: 2, b: { c: 2 } })).toEqual({
      a: 2,
      b: { d: null },
      e: null,
    })
  })
})

describe('a value with another at a path', () => {
  it('keeps the order of its members', () => {
    expect(Object.keys(setAt({ a: 1, b: 2, c: 3 }, ['b'], 4))).toEqual(['a', 'b', 'c'])
    expect(setAt({ a: { b: 1 } }, ['a', 'b'], undefined)).toEqual({ a: {} })
    expect(setAt({}, ['a', 'b'], 1)).toEqual({ a: { b: 1 } })
  })
})

describe('my changes on top of theirs', () => {
  const base = { name: 'a', scope: 'x', valetkey: { skipConsent: false, requirePkce: false } }

  it('go together where they are about different members', () => {
    const mine = { ...base, valetkey: { ...base.valetkey, skipConsent: true } }
    const theirs = { ...base, name: 'b', valetkey: { ...base.valetkey, requirePkce: true } }
    expect(rebase(base, mine, theirs)).toEqual({
      value: { name: 'b', scope: 'x', valetkey: { skipConsent: true, requirePkce: true } },
      clashes: [],
    })
  })

  it('clash where both changed the same one to something else', () => {
    expect(rebase(base, { ...base, name: 'mine' }, { ...base, name: 'theirs' })).toEqual({
      value: { ...base, name: 'mine' },
      clashes: [['name']],
    })
    expect(rebase(base, { ...base, name: 'same' }, { ...base, name: 'same' }).clashes).toEqual([])
  })

  it('clash where one side took away what the other changed inside', () => {
    const { valetkey: _valetkey, ...without } = base
    const mine = { ...base, valetkey: { ...base.valetkey, skipConsent: true } }
    expect(rebase(base, mine, without).clashes).toEqual([['valetkey', 'skipConsent']])
  })
})

import { describe, expect, it } from 'vitest'
import { CHILDREN_AT_FIRST, type JsonRow, type JsonView, listRows, openAtFirst } from './json-rows.ts'
import { moveInTree } from './move-in-tree.ts'

const VALUE = { a: 1, 'b/c': { 'd e': [true, null] }, f: {} }

describe('the rows of a tree', () => {
  it('are only the root while that is closed', () => {
    expect(listRows(VALUE, view())).toMatchObject([{ pointer: '', kind: 'object', count: 3, isOpen: false }])
  })

  it('have pointers, paths, depths and places among their siblings', () => {
    const rows = listRows(VALUE, view('', '/b~1c', '/b~1c/d e'))
    expect(
      rows.map(({ pointer, path, depth, position, siblings }) => [pointer, path, depth, position, siblings]),
    ).toEqual([
      ['', '$', 0, 1, 1],
      ['/a', '$.a', 1, 1, 3],
      ['/b~1c', `$['b/c']`, 1, 2, 3],
      ['/b~1c/d e', `$['b/c']['d e']`, 2, 1, 1],
      ['/b~1c/d e/0', `$['b/c']['d e'][0]`, 3, 1, 2],
      ['/b~1c/d e/1', `$['b/c']['d e'][1]`, 3, 2, 2],
      ['/f', '$.f', 1, 3, 3],
    ])
  })

  it('keep a key that looks like an index of an array apart from one', () => {
    expect(listRows({ 0: 'x' }, view('')).at(-1)?.path).toBe(`$['0']`)
  })

  it('stop after a hundred children, with a row that stands for the rest', () => {
    const many = Array.from({ length: 250 }, (_, index) => index)
    const rows = listRows(many, view(''))
    expect(rows).toHaveLength(1 + CHILDREN_AT_FIRST + 1)
    expect(rows.at(-1)).toMatchObject({ hidden: 150, path: '$', position: CHILDREN_AT_FIRST + 1 })
    expect(listRows(many, { open: new Set(['']), whole: new Set(['']) })).toHaveLength(251)
  })

  it('start with two levels open, but not a long list inside', () => {
    const open = openAtFirst({ short: [1], long: Array.from({ length: 50 }), deep: { deeper: { deepest: 1 } } })
    expect([...open]).toEqual(['', '/short', '/deep'])
  })
})

describe('a key in a tree', () => {
  const rows = listRows(VALUE, view('', '/b~1c'))

  it.each([
    ['ArrowDown', '', '/a'],
    ['ArrowDown', '/f', '/f'],
    ['ArrowUp', '/a', ''],
    ['ArrowUp', '', ''],
    ['Home', '/f', ''],
    ['End', '', '/f'],
    ['ArrowRight', '', '/a'],
    ['ArrowLeft', '/a', ''],
    ['ArrowLeft', '/b~1c/d e', '/b~1c'],
  ])('%s at "%s" goes to "%s"', (key, from, to) => {
    expect(moveInTree(key, rowAt(from), rows)).toEqual({ kind: 'go', pointer: to })
  })

  it('opens with the right arrow, closes with the left, and does both with Enter and Space', () => {
    expect(moveInTree('ArrowRight', rowAt('/b~1c/d e'), rows)).toEqual({ kind: 'toggle' })
    expect(moveInTree('ArrowLeft', rowAt('/b~1c'), rows)).toEqual({ kind: 'toggle' })
    expect(moveInTree('Enter', rowAt('/b~1c'), rows)).toEqual({ kind: 'toggle' })
    expect(moveInTree(' ', rowAt('/b~1c'), rows)).toEqual({ kind: 'toggle' })
  })

  it('does nothing to the right of a leaf, or with a letter', () => {
    expect(moveInTree('ArrowRight', rowAt('/a'), rows)).toBeUndefined()
    expect(moveInTree('ArrowRight', rowAt('/f'), rows)).toBeUndefined()
    expect(moveInTree('x', rowAt('/a'), rows)).toBeUndefined()
  })

  it('opens all siblings with *', () => {
    expect(moveInTree('*', rowAt('/a'), rows)).toEqual({ kind: 'open', pointers: ['/b~1c'] })
  })

  function rowAt(pointer: string): JsonRow {
    const row = rows.find((one) => one.pointer === pointer)
    if (row === undefined) throw new Error(`no row ${pointer}`)
    return row
  }
})

function view(...open: readonly string[]): JsonView {
  return { open: new Set(open), whole: new Set() }
}

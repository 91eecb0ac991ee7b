import { describe, expect, it } from 'vitest'
import { markDifference } from './mark-difference.ts'

function marked(sent: string, registered: string): readonly string[] {
  const difference = markDifference(sent, registered)
  return [difference.sent, difference.registered].map(
    ({ before, differing, after }) => `${before}[${differing}]${after}`,
  )
}

describe('the difference between two values', () => {
  it.each([
    ['http://a/cb/', 'http://a/cb', 'http://a/cb[/]', 'http://a/cb[]'],
    ['http://a/cb', 'https://a/cb', 'http[]://a/cb', 'http[s]://a/cb'],
    ['http://127.0.0.1:1/', 'http://localhost:1/', 'http://[127.0.0.1]:1/', 'http://[localhost]:1/'],
    ['aa', 'aaa', 'aa[]', 'aa[a]'],
    ['', 'a', '[]', '[a]'],
    ['same', 'same', 'same[]', 'same[]'],
    ['x😀y', 'x😃y', 'x[😀]y', 'x[😃]y'],
  ])('of %s and %s is marked in both', (sent, registered, markedSent, markedRegistered) => {
    expect(marked(sent, registered)).toEqual([markedSent, markedRegistered])
  })
})

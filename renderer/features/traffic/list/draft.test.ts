import { describe, expect, it } from 'vitest'

import { parseFilter } from '#shared/traffic/filter-text/parse-filter.ts'

import { absorbDraft, completeDraft, draftOf, takeLast } from './draft.ts'

const CLIENT = { name: 'client', value: 'a' }

describe('what is being typed', () => {
  it.each([
    ['status:4xx', 'status:4xx', [CLIENT], ''],
    ['status:4xx ', '', [CLIENT, { name: 'status', value: '4xx' }], ''],
    ['word status:4xx ', 'word ', [CLIENT, { name: 'status', value: '4xx' }], 'word'],
    ['client:b ', '', [{ name: 'client', value: 'b' }], ''],
    ['two words', 'two words', [CLIENT], 'two words'],
    ['status:9 ', 'status:9 ', [CLIENT], ''],
    ['has:error status:9 x', 'status:9 x ', [CLIENT, { name: 'has', value: 'error' }], 'x'],
    ['has:error status:', 'status:', [CLIENT, { name: 'has', value: 'error' }], ''],
  ])('%s leaves %s', (typed, draft, terms, words) => {
    expect(absorbDraft(typed, [CLIENT], false)).toMatchObject({ draft, filter: { terms, words } })
  })

  it('is taken whole when it is done', () => {
    expect(absorbDraft('status:404', [], true)).toMatchObject({ draft: '', filter: { terms: [{ value: '404' }] } })
    expect(absorbDraft('status:40', [], true)).toMatchObject({ draft: 'status:40', problems: [{ text: 'status:40' }] })
  })

  it('begins with what of an address is no chip', () => {
    expect(draftOf(parseFilter('client:a status:9 one two'))).toBe('status:9 one two')
  })

  it('gets the last chip back', () => {
    expect(takeLast([CLIENT, { name: 'user', value: 'a b' }])).toEqual({ draft: 'user:"a b"', terms: [CLIENT] })
    expect(takeLast([])).toBeUndefined()
  })

  it('is completed at its last word', () => {
    expect(completeDraft('word cli', 'client:')).toBe('word client:')
    expect(completeDraft('word ', 'client:')).toBe('word client:')
    expect(completeDraft('', 'client:')).toBe('client:')
  })
})

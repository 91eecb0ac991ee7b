import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { completeFilter } from './complete-filter.ts'
import { buildFilter, formatFilter, movesWithTime, parseFilter } from './parse-filter.ts'

const NOW = new Date(2026, 10, 20, 9, 41, 0).getTime()

function filterOf(text: string) {
  return buildFilter(parseFilter(text, NOW), NOW)
}

function problemOf(text: string): string | undefined {
  return parseFilter(text, NOW).problems[0]?.message
}

describe('a filter as text', () => {
  it('is read term by term, and what is no term is searched for', () => {
    expect(
      filterOf('client:calendar-app status:4xx has:error endpoint:token user:alice actor:browser since:5m two words'),
    ).toEqual({
      client_id: 'calendar-app',
      status: 4,
      hasError: true,
      endpoint: 'token',
      user: 'alice',
      actor: 'browser',
      since: NOW - 300_000,
      search: 'two words',
    })
  })

  it.each([
    ['status:404', { status: 404 }],
    ['STATUS:5XX', { status: 5 }],
    ['app:"My app"', { client_id: 'My app' }],
    [String.raw`user:"a \"b\""`, { user: 'a "b"' }],
    ['since:09:30', { since: new Date(2026, 10, 20, 9, 30).getTime() }],
    ['until:2026-11-20T09:40:30Z', { until: Date.UTC(2026, 10, 20, 9, 40, 30) }],
    ['since:2026-11-20', { since: new Date(2026, 10, 20).getTime() }],
    ['status:200 status:404', { status: 404 }],
    ['http://localhost:5173/callback', { search: 'http://localhost:5173/callback' }],
    ['urn:ietf:params:oauth', { search: 'urn:ietf:params:oauth' }],
    ['"status:404"', { search: 'status:404' }],
    ['is:pinned has:note', { isPinned: true, hasNote: true }],
    ['is:Imported', { mark: 'imported' }],
    ['', {}],
  ])('%s', (text, filter) => {
    expect(filterOf(text)).toEqual(filter)
  })

  it.each([
    ['clinet:x', 'There is no filter clinet. Did you mean client:? To search for it as it stands, put it in quotes.'],
    ['status:6xx', '6xx is no status. Write 404, or 4xx for all from 400 to 499.'],
    ['endpoint:tokn', 'tokn is no endpoint. Did you mean token?'],
    ['endpoint:authoriz', 'authoriz is no endpoint. Did you mean authorization?'],
    ['actor:robot', 'robot is no actor. Take one of browser, client, issuer, api.'],
    [
      'actor:user',
      'A user sends nothing but by the browser. Write actor:browser, or user:NAME for what concerns somebody.',
    ],
    ['has:luck', 'luck is no mark. Take one of error, note.'],
    ['since:soon', 'soon is no time. Write 5m, 2h or 1d for so long ago, 09:41, or 2026-11-20T09:41.'],
    ['since:25:00', '25:00 is no time. Write 5m, 2h or 1d for so long ago, 09:41, or 2026-11-20T09:41.'],
    ['client:', 'client: needs a value: its client_id.'],
  ])('%s is answered with what to write instead', (text, message) => {
    expect(problemOf(text)).toBe(message)
  })

  it('says where a problem stands, and keeps the rest', () => {
    const parsed = parseFilter('client:a status:x word', NOW)
    expect(parsed.problems).toMatchObject([{ text: 'status:x', start: 9 }])
    expect(parsed).toMatchObject({ terms: [{ name: 'client', value: 'a' }], words: 'word' })
  })

  it('is written as it is read, whatever stands in it', () => {
    const value = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    const words = fc.array(fc.oneof(value, fc.constantFrom('client:a', 'status:9', '"', 'a"b', String.raw`\\`)))
    fc.assert(
      fc.property(value, value, words, (client, user, typed) => {
        const terms = [
          { name: 'client', value: client },
          { name: 'user', value: user },
        ]
        const searched = typed.join(' ').split(/\s+/).filter(Boolean).join(' ')
        expect(parseFilter(formatFilter({ terms, words: searched }), NOW)).toEqual({
          terms,
          words: searched,
          problems: [],
        })
      }),
    )
  })

  it('knows whether it moves on with the clock', () => {
    expect(movesWithTime(parseFilter('since:5m'))).toBe(true)
    expect(movesWithTime(parseFilter('since:2026-11-20 word'))).toBe(false)
  })
})

describe('what is typed is completed', () => {
  const known = {
    clients: [{ value: 'calendar-app', title: 'CalendarApp' }, { value: 'my todos' }],
    users: [{ value: 'alice', title: 'Alice Adams' }],
  }
  const insertsFor = (text: string) => completeFilter(text, known).map(({ insert }) => insert)

  it('by the names of the filters', () => {
    expect(insertsFor('')).toEqual([
      'client:',
      'user:',
      'endpoint:',
      'status:',
      'actor:',
      'has:',
      'is:',
      'since:',
      'until:',
    ])
    expect(insertsFor('word st')).toContain('status:')
    expect(insertsFor('app')).toContain('client:')
  })

  it('by the values that there are', () => {
    expect(insertsFor('client:')).toEqual(['client:calendar-app', 'client:"my todos"'])
    expect(insertsFor('user:ADAMS')).toEqual(['user:alice'])
    expect(insertsFor('endpoint:tok')).toEqual(['endpoint:token'])
    expect(insertsFor('endpoint:token')).not.toContain('endpoint:token')
    expect(insertsFor('has:')).toEqual(['has:error', 'has:note'])
    expect(insertsFor('is:imp')).toEqual(['is:imported'])
  })

  it('by a name alone, without knowing the filter', () => {
    expect(insertsFor('calen')).toEqual(['client:calendar-app'])
    expect(insertsFor('alic')).toEqual(['user:alice'])
  })
})

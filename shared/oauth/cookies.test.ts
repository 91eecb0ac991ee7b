import { describe, expect, it } from 'vitest'

import { isDeleting, readCookies, readSetCookies } from './cookies.ts'

describe('cookies of a request', () => {
  it('are taken apart, whatever their values hold', () => {
    expect(
      readCookies([
        ['Cookie', 'a=1; b=x=y==;c= ; =d; e'],
        ['x', 'a=2'],
        ['cookie', 'f=2'],
      ]),
    ).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: 'x=y==' },
      { name: 'c', value: '' },
      { name: '', value: 'd' },
      { name: '', value: 'e' },
      { name: 'f', value: '2' },
    ])
  })
})

describe('cookies of an answer', () => {
  it('have their attributes, each header one', () => {
    expect(
      readSetCookies([
        ['Set-Cookie', 's=1; path=/; HttpOnly; SameSite=Lax;'],
        ['set-cookie', 't=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
      ]),
    ).toEqual([
      {
        name: 's',
        value: '1',
        attributes: [{ name: 'path', value: '/' }, { name: 'HttpOnly' }, { name: 'SameSite', value: 'Lax' }],
      },
      { name: 't', value: '', attributes: [{ name: 'Expires', value: 'Thu, 01 Jan 1970 00:00:00 GMT' }] },
    ])
  })

  it.each([
    ['s=1', false],
    ['s=1; max-age=0', true],
    ['s=1; Max-Age=-1; Expires=Thu, 01 Jan 2099 00:00:00 GMT', true],
    ['s=1; expires=Thu, 01 Jan 1970 00:00:00 GMT', true],
    ['s=1; expires=Thu, 01 Jan 2099 00:00:00 GMT', false],
  ])('%s is sent to be forgotten: %s', (header, isOver) => {
    const [cookie] = readSetCookies([['set-cookie', header]])
    expect(cookie && isDeleting(cookie, Date.parse('2026-11-20'))).toBe(isOver)
  })
})

import { describe, expect, it } from 'vitest'
import { code, plainText, rich } from './rich-text.ts'

describe('rich text', () => {
  it('sets what the template puts in braces in the mono face', () => {
    expect(rich`Set {redirect_uri} in the application.`).toEqual([
      'Set ',
      { code: 'redirect_uri' },
      ' in the application.',
    ])
  })

  it('takes a value as text, braces and all', () => {
    expect(rich`Sent by ${'{evil}'}: ${code('a{b}')}`).toEqual(['Sent by {evil}: ', { code: 'a{b}' }])
  })

  it('takes another rich text in whole', () => {
    expect(rich`${rich`Use {S256}`}, always`).toEqual(['Use ', { code: 'S256' }, ', always'])
  })

  it('reads as plain text', () => {
    expect(plainText(rich`Send {state} back.`)).toBe('Send state back.')
  })
})

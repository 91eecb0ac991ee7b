import { describe, expect, it } from 'vitest'

import { COLUMN_IDS, fitColumns, formatColumns, parseColumns, USUAL_COLUMNS } from './columns.ts'

function idsAt(width: number, chosen = USUAL_COLUMNS): string {
  return fitColumns(chosen, width)
    .columns.map(({ id }) => id)
    .join(' ')
}

describe('columns', () => {
  it('are all there where there is room, in their own order', () => {
    expect(idsAt(900)).toBe('time parties method address status took error')
    expect(idsAt(2000, COLUMN_IDS)).toBe(COLUMN_IDS.join(' '))
    expect(idsAt(900, ['status', 'time'])).toBe('time address status')
  })

  it('leave one after the other while the list gets narrower, the address last', () => {
    expect(idsAt(640)).toBe('time parties method address status error')
    expect(idsAt(540)).toBe('time parties method address status')
    expect(idsAt(390)).toBe('parties method address status')
    expect(idsAt(100)).toBe('address')
  })

  it('are written and read again', () => {
    expect(parseColumns(formatColumns(USUAL_COLUMNS))).toEqual(USUAL_COLUMNS)
    expect(parseColumns('status,nonsense')).toEqual(['status'])
    expect(parseColumns('nonsense')).toBeUndefined()
    expect(parseColumns(undefined)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'

import { NOW, PLACES } from '../store/support.ts'

describe.each(PLACES)('records $place', ({ open }) => {
  it('are listed by id in pages, by client and by user, without those that have expired', () => {
    const { records } = open()
    const put = (id: string, clientId: string, accountId?: string, expiresAt?: number) =>
      records.upsert('Grant', id, { clientId, ...(accountId !== undefined && { accountId }) }, expiresAt)
    put('c', 'app', 'alice')
    put('a', 'app', 'bob', NOW + 10)
    put('b', 'app', 'alice', NOW - 10)
    put('d', 'other')
    const ids = (page: Parameters<typeof records.list>[1]) => records.list('Grant', page).map(({ id }) => id)
    expect(ids({ limit: 10 })).toEqual(['a', 'c', 'd'])
    expect(ids({ limit: 2 })).toEqual(['a', 'c'])
    expect(ids({ limit: 2, after: 'c' })).toEqual(['d'])
    expect(ids({ limit: 10, clientId: 'app' })).toEqual(['a', 'c'])
    expect(ids({ limit: 10, clientId: 'app', accountId: 'alice' })).toEqual(['c'])
    expect(ids({ limit: 10, accountId: 'nobody' })).toEqual([])
    expect(records.list('Session', { limit: 10 })).toEqual([])
  })

  it('are removed by their owner, or all at once', () => {
    const { records } = open()
    records.upsert('RefreshToken', 'a', { clientId: 'app', accountId: 'alice' }, undefined)
    records.upsert('RefreshToken', 'b', { clientId: 'other' }, undefined)
    records.upsert('ClientCredentials', 'c', { clientId: 'app', aud: 'https://a.test' }, undefined)
    expect(records.destroyWhere('RefreshToken', 'clientId', 'app')).toBe(1)
    expect(records.destroyWhere('RefreshToken', 'accountId', 'alice')).toBe(0)
    expect(records.destroyWhere('ClientCredentials', 'aud', 'https://a.test')).toBe(1)
    expect(records.find('RefreshToken', 'b')).toBeDefined()
    expect(records.clear()).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'

import { clientSchema } from '#shared/contract/client.ts'
import { ENDPOINTS } from '#shared/model/exchange.ts'
import { SECRET_PARAMETERS } from '#shared/oauth/secret-parameters.ts'

import { contextOf, ENTRY_CONTEXTS } from './contexts.ts'
import { entriesOf, ENTRIES, explain, indexEntries, listEntries } from './entries.ts'

describe('explaining a name', () => {
  it('tells what it means in its place', () => {
    const summaries = [
      explain('scope', { context: 'authorization request' }),
      explain('scope', { context: 'token response' }),
      explain('scope', { kind: 'claim' }),
      explain('scope', { kind: 'metadata' }),
      explain('scope', { context: 'WWW-Authenticate challenge' }),
    ].map((entry) => entry?.summary)
    expect(new Set(summaries).size).toBe(5)
    expect(summaries).not.toContain(undefined)
  })

  it.each([
    ['code', 'authorization response'],
    ['access_token', 'token response'],
    ['refresh_token', 'token response'],
    ['iss', 'authorization response'],
    ['user_code', 'device authorization response'],
    ['id_token', 'token response'],
  ] as const)('means by %s what stands in the %s, when nothing is said of a place', (name, context) => {
    expect(explain(name)).toBe(explain(name, { context }))
  })

  it('falls back to what it means elsewhere', () => {
    expect(explain('code_challenge', { context: 'token response' })).toBe(explain('code_challenge'))
    expect(explain('code_challenge', { kind: 'header' })).toBeUndefined()
  })

  it('does not where names are somebody’s own', () => {
    expect(explain('name', { context: 'API request' })).toBeUndefined()
    expect(explain('access_token', { context: 'API request' })).toBeDefined()
    expect(explain('code', { context: 'issuer page' })?.title).toBe('One-time code')
  })

  it('finds a header however it is written', () => {
    expect(explain('www-authenticate', { kind: 'header' })).toBe(explain('WWW-Authenticate', { kind: 'header' }))
    expect(explain('dpop', { kind: 'header' })?.name).toBe('DPoP')
  })

  it.each(['', 'x-made-up', 'constructor', '__proto__'])('knows nothing of %j', (name) => {
    expect(explain(name)).toBeUndefined()
    expect(entriesOf(name)).toEqual([])
  })
})

describe('lists', () => {
  it('are by kind and by place', () => {
    const claims = listEntries({ kind: 'claim', context: 'ID token' })
    expect(claims.map(({ name }) => name)).toEqual(expect.arrayContaining(['iss', 'sub', 'nonce', 'email']))
    expect(claims.every(({ kind, where }) => kind === 'claim' && where.includes('ID token'))).toBe(true)
    expect(listEntries()).toEqual(ENTRIES)
  })

  it('have one line for each name and kind to search in', () => {
    const lines = indexEntries().map(({ kind, name }) => `${kind} ${name}`)
    expect(new Set(lines).size).toBe(lines.length)
    expect(new Set(lines)).toEqual(new Set(ENTRIES.map(({ kind, name }) => `${kind} ${name}`)))
    expect(indexEntries().find(({ name, kind }) => name === 'scope' && kind === 'parameter')?.summary).toBe(
      explain('scope', { context: 'authorization request' })?.summary,
    )
  })
})

describe('what the program itself speaks of', () => {
  it.each(ENDPOINTS)('the endpoint %s is explained', (endpoint) => {
    expect(explain(endpoint, { kind: 'endpoint' })?.title).toBeTypeOf('string')
  })

  it.each(ENDPOINTS)('both halves of an exchange at %s are places where something stands', (endpoint) => {
    for (const half of ['request', 'response'] as const) {
      const context = contextOf(endpoint, half)
      if (context !== undefined) expect(listEntries({ context }).length).toBeGreaterThan(0)
    }
  })

  it.each(ENTRY_CONTEXTS)('something stands in the place %s', (context) => {
    expect(listEntries({ context }).length).toBeGreaterThan(0)
  })

  it.each(Object.keys(clientSchema.shape).filter((name) => name !== 'valetkey'))(
    "the client's %s is explained",
    (name) => {
      expect(listEntries({ kind: 'metadata', context: 'client metadata' }).map((entry) => entry.name)).toContain(name)
    },
  )

  it.each(SECRET_PARAMETERS)('the secret %s is explained', (name) => {
    expect(entriesOf(name)).not.toEqual([])
  })
})

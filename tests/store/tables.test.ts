import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Api } from '#shared/model/api.ts'
import type { SigningKey } from '#shared/model/key.ts'
import { SETTINGS_DEFAULTS } from '#shared/model/settings.ts'
import type { User } from '#shared/model/user.ts'
import type { OpenedStore } from '../../electron/core/store/open-store.ts'
import type { ChangedTable } from '../../electron/core/store/store.ts'
import { makeDirectory } from '../support/make-directory.ts'
import { failureOf, NOW, openForTest, PLACES } from './support.ts'

const API: Api = {
  identifier: 'https://organizer.test/api',
  name: 'Organizer API',
  tokenFormat: 'jwt',
  signingAlg: 'RS256',
  tokenLifetime: 3600,
  scopes: [{ name: 'read:contacts', description: 'Read your contacts' }],
  authorizationDetailsTypes: [],
}
const ALICE: User = { username: 'alice', password: 'alice', claims: { name: 'Alice Adams', roles: ['admin'] } }
const KEY: SigningKey = { kid: 'k1', alg: 'ES256', jwk: { kty: 'EC', d: 'secret' }, state: 'active', createdAt: NOW }

describe.each(PLACES)('the tables $place', ({ open }) => {
  let time = NOW
  let store: OpenedStore

  beforeEach(() => {
    time = NOW
    store = open({ now: () => time })
  })

  test('keep when a client was first made and say when it was last changed', () => {
    store.clients.put({ client_id: 'app', client_name: 'Before' }, 'scenario:organizer')
    time += 60
    store.clients.put({ client_id: 'app', client_name: 'After', custom: { a: [1] } }, 'management')
    expect(store.clients.get('app')).toEqual({
      metadata: { client_id: 'app', client_name: 'After', custom: { a: [1] } },
      origin: 'management',
      createdAt: NOW,
      updatedAt: NOW + 60,
    })
  })

  test('list in the order in which things were made', () => {
    for (const id of ['c', 'a', 'b', 'c']) store.clients.put({ client_id: id }, 'config')
    expect(store.clients.list().map(({ metadata }) => metadata.client_id)).toEqual(['c', 'a', 'b'])
  })

  test('say whether there was something to remove', () => {
    store.clients.put({ client_id: 'app' }, 'config')
    expect([store.clients.remove('app'), store.clients.remove('app')]).toEqual([true, false])
    expect(store.clients.get('app')).toBeUndefined()
    expect(store.clients.list()).toEqual([])
  })

  test('give back an API, a user and a key as they were put', () => {
    store.apis.put(API, 'config')
    store.users.put({ ...ALICE, secondFactor: { totpSecret: 'ABC' } }, 'config')
    store.keys.put({ ...KEY, retiresAt: NOW + 60 })
    expect([store.apis.get(API.identifier), store.apis.list()]).toEqual([API, [API]])
    expect(store.users.get('alice')).toEqual({ ...ALICE, secondFactor: { totpSecret: 'ABC' } })
    expect(store.users.list()).toHaveLength(1)
    expect([store.keys.get('k1'), store.keys.list()]).toEqual([
      { ...KEY, retiresAt: NOW + 60 },
      [{ ...KEY, retiresAt: NOW + 60 }],
    ])
    expect([store.apis.get('x'), store.users.get('x'), store.keys.get('x')]).toEqual([undefined, undefined, undefined])
  })

  test('show a change and a removal at once, also of what is remembered', () => {
    store.apis.put(API, 'config')
    expect(store.apis.get(API.identifier)?.tokenFormat).toBe('jwt')
    store.apis.put({ ...API, tokenFormat: 'opaque' }, 'management')
    expect(store.apis.get(API.identifier)?.tokenFormat).toBe('opaque')
    store.keys.put(KEY)
    expect(store.keys.get('k1')?.state).toBe('active')
    store.keys.put({ ...KEY, state: 'retiring', retiresAt: NOW + 60 })
    expect(store.keys.get('k1')).toMatchObject({ state: 'retiring', retiresAt: NOW + 60 })
    expect([store.apis.remove(API.identifier), store.users.remove('alice'), store.keys.remove('k1')]).toEqual([
      true,
      false,
      true,
    ])
    expect([store.apis.list(), store.keys.list()]).toEqual([[], []])
  })

  test('list keys with the newest first, also of the same second', () => {
    for (const [kid, createdAt] of [
      ['old', NOW - 60],
      ['new', NOW],
      ['newest', NOW],
    ] as const)
      store.keys.put({ ...KEY, kid, createdAt })
    expect(store.keys.list().map(({ kid }) => kid)).toEqual(['newest', 'new', 'old'])
  })

  test('forget what was remembered of a transaction that was undone', () => {
    store.apis.put(API, 'config')
    const work = () =>
      store.transaction(() => {
        store.apis.put({ ...API, name: 'Undone' }, 'management')
        store.settings.put({ ...SETTINGS_DEFAULTS, metadataDocuments: { a: 'b' } })
        store.keys.put(KEY)
        expect([store.apis.list()[0]?.name, store.keys.list().length]).toEqual(['Undone', 1])
        expect(store.settings.get().metadataDocuments).toEqual({ a: 'b' })
        throw new Error('no')
      })
    expect(work).toThrow('no')
    expect([store.apis.list()[0]?.name, store.keys.list().length]).toEqual(['Organizer API', 0])
    expect(store.settings.get()).toEqual(SETTINGS_DEFAULTS)
  })

  test('have the default settings until somebody changes them', () => {
    expect(store.settings.get()).toEqual(SETTINGS_DEFAULTS)
    const settings = {
      ...SETTINGS_DEFAULTS,
      lifetimes: { ...SETTINGS_DEFAULTS.lifetimes, accessToken: 77 },
      metadataDocuments: { 'https://a.test': 'http://127.0.0.1/a' },
    }
    store.settings.put(settings)
    expect(store.settings.get()).toEqual(settings)
  })

  test('make a secret once and keep it', () => {
    const make = vi.fn<() => string>(() => 'made')
    expect([store.secrets.get('cookies', make), store.secrets.get('cookies', make)]).toEqual(['made', 'made'])
    expect(make).toHaveBeenCalledTimes(1)
    expect(store.secrets.get('nonce', () => 'other')).toBe('other')
  })

  test('mark a revoked token, twice if need be', () => {
    expect(store.revokedTokens.has('jti')).toBe(false)
    store.revokedTokens.add('jti', NOW + 60)
    store.revokedTokens.add('jti', NOW + 0.5)
    expect(store.revokedTokens.has('jti')).toBe(true)
  })

  test('are new until they have been seeded', () => {
    expect(store.isNew).toBe(true)
    store.markSeeded()
    expect(store.isNew).toBe(false)
  })

  test('tell once for each table that changed, before who waits goes on', async () => {
    const told: ChangedTable[] = []
    store.onChange((table) => told.push(table))
    store.clients.put({ client_id: 'a' }, 'config')
    store.clients.put({ client_id: 'b' }, 'config')
    store.apis.put(API, 'config')
    store.users.put(ALICE, 'config')
    store.keys.put(KEY)
    store.settings.put(SETTINGS_DEFAULTS)
    expect(told).toEqual([])
    await store.durable()
    expect(told).toEqual(['clients', 'apis', 'users', 'keys', 'settings'])
  })

  test('tell nothing of records, of what changed nothing, or to who has left', async () => {
    const told: ChangedTable[] = []
    const leave = store.onChange((table) => told.push(table))
    store.records.upsert('Grant', 'one', {}, undefined)
    store.clients.remove('missing')
    await store.durable()
    leave()
    store.clients.put({ client_id: 'a' }, 'config')
    await store.durable()
    expect(told).toEqual([])
  })

  test('tell the others when one listener throws', async () => {
    const problems: string[] = []
    const other = open({ onProblem: ({ message }) => problems.push(message) })
    const told = vi.fn<(table: ChangedTable) => void>()
    other.onChange(() => {
      throw new Error('a listener failed')
    })
    other.onChange(told)
    other.clients.put({ client_id: 'a' }, 'config')
    await other.durable()
    expect(told).toHaveBeenCalledWith('clients')
    expect(problems).toEqual(['The store failed: a listener failed'])
  })
})

test('everything is there again after the store was closed and opened', () => {
  const directory = makeDirectory()
  const first = openForTest({ directory })
  first.clients.put({ client_id: 'app' }, 'config')
  first.secrets.get('cookies', () => 'made')
  first.settings.put({ ...SETTINGS_DEFAULTS, metadataDocuments: { a: 'b' } })
  first.markSeeded()
  first.close()
  const second = openForTest({ directory })
  expect(second.clients.get('app')?.origin).toBe('config')
  expect(second.secrets.get('cookies', () => 'again')).toBe('made')
  expect(second.settings.get().metadataDocuments).toEqual({ a: 'b' })
  expect(second.isNew).toBe(false)
})

describe('a row that somebody has changed by hand', () => {
  const problems: string[] = []
  let directory: string
  let store: OpenedStore

  beforeEach(async () => {
    problems.length = 0
    directory = makeDirectory()
    store = openForTest({ directory, onProblem: ({ message }) => problems.push(message) })
    store.clients.put({ client_id: 'good' }, 'config')
    store.clients.put({ client_id: 'bad' }, 'config')
    store.apis.put(API, 'config')
    store.users.put(ALICE, 'config')
    store.keys.put(KEY)
    store.settings.put(SETTINGS_DEFAULTS)
    store.records.upsert('AccessToken', 'a-token-that-nobody-may-read', { jti: 'x' }, undefined)
    await store.durable()
    store.close()
  })

  function tamper(sql: string): void {
    const database = new BetterSqlite3(join(directory, 'valetkey.sqlite'))
    database.exec(sql)
    database.close()
    store = openForTest({ directory, onProblem: ({ message }) => problems.push(message) })
    onTestFinished(() => store.close())
  }

  test.each([
    ['clients', 'bad', "UPDATE clients SET metadata = '{' WHERE client_id = 'bad'", () => store.clients.get('bad')],
    ['clients', 'bad', "UPDATE clients SET metadata = '[]' WHERE client_id = 'bad'", () => store.clients.get('bad')],
    [
      'clients',
      'bad',
      `UPDATE clients SET metadata = '{"client_id":"other"}' WHERE client_id = 'bad'`,
      () => store.clients.get('bad'),
    ],
    ['clients', 'bad', "UPDATE clients SET origin = 'nowhere' WHERE client_id = 'bad'", () => store.clients.get('bad')],
    ['apis', API.identifier, "UPDATE apis SET definition = '{}'", () => store.apis.get(API.identifier)],
    ['users', 'alice', "UPDATE users SET definition = 'null'", () => store.users.get('alice')],
    ['keys', 'k1', "UPDATE keys SET jwk = '[1]'", () => store.keys.get('k1')],
    ['keys', 'k1', "UPDATE keys SET state = 'lost'", () => store.keys.get('k1')],
    ['meta', 'settings', `UPDATE meta SET value = '{"lifetimes":{"accessToken":"long"}}'`, () => store.settings.get()],
    [
      'records',
      'a-toke',
      "UPDATE records SET payload = 'garbage'",
      () => store.records.find('AccessToken', 'a-token-that-nobody-may-read'),
    ],
  ])('is named by its table %s and its id %s', (table, id, sql, read) => {
    tamper(sql)
    const failure = failureOf(read)
    expect(failure).toMatchObject({ code: 'store_damaged_row', message: expect.stringContaining(`"${table}"`) })
    expect(failure).toMatchObject({ message: expect.stringContaining(id) })
  })

  test('is left out of a list and told of once', () => {
    tamper("UPDATE clients SET metadata = '{' WHERE client_id = 'bad'")
    store.clients.list()
    expect(store.clients.list().map(({ metadata }) => metadata.client_id)).toEqual(['good'])
    expect(problems).toEqual([expect.stringContaining('The row "bad" of the table "clients" cannot be read')])
  })

  test('is whole again when it is saved again', () => {
    tamper("UPDATE clients SET metadata = '{' WHERE client_id = 'bad'")
    store.clients.put({ client_id: 'bad', client_name: 'Good again' }, 'management')
    expect(store.clients.get('bad')?.metadata.client_name).toBe('Good again')
  })

  test('does not show the token that is its id', () => {
    tamper("UPDATE records SET payload = 'garbage'")
    const failure = failureOf(() => store.records.find('AccessToken', 'a-token-that-nobody-may-read'))
    expect(JSON.stringify(failure) + String(failure)).not.toContain('nobody-may-read')
  })

  test('of settings has the defaults for what it lacks', () => {
    tamper(`UPDATE meta SET value = '{"lifetimes":{"accessToken":77}}' WHERE name = 'settings'`)
    expect(store.settings.get()).toEqual({
      ...SETTINGS_DEFAULTS,
      lifetimes: { ...SETTINGS_DEFAULTS.lifetimes, accessToken: 77 },
    })
  })
})

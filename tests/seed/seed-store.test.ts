import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Config } from '#shared/contract/config.ts'
import type { ChangedTable, Store } from '../../electron/core/store/store.ts'
import { applyConfig } from '../../electron/core/seed/apply-config.ts'
import { loadAllScenarios, loadScenario } from '../../electron/core/seed/load-scenario.ts'
import { parseConfigValue } from '../../electron/core/seed/parse-config.ts'
import { seedStore } from '../../electron/core/seed/seed-store.ts'
import { openStore } from '../../electron/core/store/open-store.ts'
import { CONTRACT_EXAMPLE, KNOWN } from './known.ts'

const ORGANIZER = 'https://organizer.test/api'
const SEEDED_IDS = [
  'calendar-app',
  'couch-tv',
  'delivery-planner',
  'helper',
  'my-todos',
  'old-mail',
  'quick-print',
  'taxi-finder',
  'text-app',
]

let directory: string
let store: Store
let clock: number

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'valetkey-seed-'))
  clock = 1000
  open()
})

afterEach(() => {
  store.close()
  rmSync(directory, { recursive: true })
})

function open(): void {
  store = openStore({ directory, now: () => clock })
}

function reopen(): void {
  store.close()
  open()
}

function config(value: unknown): Config {
  return parseConfigValue(value, 'file', { ...KNOWN, apis: store.apis.list() })
}

function contents() {
  const { clients, apis, users, settings } = store
  return { clients: clients.list(), apis: apis.list(), users: users.list(), settings: settings.get() }
}

const clientIds = () => store.clients.list().map(({ metadata }) => metadata.client_id)
const scopesOf = (identifier: string) => store.apis.get(identifier)?.scopes.map(({ name }) => name)

describe('a new store', () => {
  test('gets every scenario, with the documented ids, secrets and users', () => {
    seedStore(store)
    expect(clientIds().toSorted()).toEqual(SEEDED_IDS)
    for (const id of ['calendar-app', 'taxi-finder', 'quick-print']) {
      expect(store.clients.get(id)?.metadata.client_secret).toBe(`${id}-secret`)
    }
    expect(store.users.list().map(({ username }) => username)).toEqual(['alice', 'bob', 'carol', 'mallory'])
    expect(store.users.get('carol')?.secondFactor?.totpSecret).toMatch(/^[A-Z2-7]{32}$/)
    expect(store.isNew).toBe(false)
  })

  test('says of each entity where it came from', () => {
    seedStore(store)
    expect(store.clients.get('quick-print')?.origin).toBe('scenario:print-shop')
  })

  test('has access tokens of four kinds', () => {
    seedStore(store)
    expect(
      store.apis.list().map(({ name, tokenFormat, signingAlg }) => `${name} ${tokenFormat} ${signingAlg}`),
    ).toEqual(['Organizer jwt RS256', 'World Mappers jwt ES256', 'PhotoBox opaque RS256', 'Agents jwt EdDSA'])
  })

  test('gets only the scenarios that the config names', () => {
    seedStore(store, config({ scenarios: ['world-mappers'] }))
    expect(clientIds()).toEqual(['taxi-finder', 'delivery-planner'])
    expect(store.users.get('alice')).toBeDefined()
    expect(store.apis.get(ORGANIZER)).toBeUndefined()
  })

  test('gets none when the config names none', () => {
    seedStore(store, config({ scenarios: [], users: [{ username: 'dora' }] }))
    expect(contents()).toMatchObject({ clients: [], apis: [], users: [{ username: 'dora' }] })
    expect(store.isNew).toBe(false)
  })

  test('gets all of them beside a config that does not say', () => {
    seedStore(
      store,
      config({ clients: [{ client_id: 'mine', client_secret: 's', grant_types: ['client_credentials'] }] }),
    )
    expect(clientIds().toSorted()).toEqual([...SEEDED_IDS, 'mine'].toSorted())
  })

  test('gets the APIs that a scenario borrows from another, and not its clients', () => {
    seedStore(store, config({ scenarios: ['living-room-tv'] }))
    expect(clientIds()).toEqual(['couch-tv'])
    expect(store.apis.list().map(({ name }) => name)).toEqual(['PhotoBox'])
  })

  test('gives the APIs of scenarios the lifetime that the config asks for', () => {
    seedStore(store, config({ lifetimes: { accessToken: 5 } }))
    expect(store.apis.list().map(({ tokenLifetime }) => tokenLifetime)).toEqual([5, 5, 5, 5])
    expect(store.settings.get().lifetimes).toMatchObject({ accessToken: 5, idToken: 3600 })
  })
})

describe('a store that was seeded before', () => {
  test('keeps what the person made of it', () => {
    seedStore(store)
    store.clients.remove('helper')
    store.users.put({ username: 'alice', password: 'changed', claims: {} }, 'management')
    reopen()
    seedStore(store)
    expect(store.clients.get('helper')).toBeUndefined()
    expect(store.users.get('alice')?.password).toBe('changed')
  })

  test('has what the config names created or updated, and the rest kept', () => {
    seedStore(store)
    store.users.put({ username: 'bob', password: 'changed', claims: {} }, 'management')
    seedStore(store, config({ users: [{ username: 'alice', password: 'new' }, { username: 'dora' }] }))
    expect(store.users.list().map(({ username, password }) => [username, password])).toEqual([
      ['alice', 'new'],
      ['bob', 'changed'],
      ['carol', 'carol'],
      ['mallory', 'mallory'],
      ['dora', 'dora'],
    ])
  })

  test('is not written to when nothing is new', async () => {
    const example = config(CONTRACT_EXAMPLE)
    seedStore(store, example)
    await store.durable()
    const before = contents()
    const changes: ChangedTable[] = []
    clock += 60
    store.onChange((table) => changes.push(table))
    seedStore(store, example)
    await store.durable()
    expect(contents()).toEqual(before)
    expect(changes).toEqual([])
  })
})

describe('applying a config', () => {
  test('marks what it names as its own', () => {
    applyConfig(store, config(CONTRACT_EXAMPLE))
    expect(store.clients.get('my-app')?.origin).toBe('config')
    expect(store.clients.get('my-todos')?.origin).toBe('scenario:organizer')
  })

  test('lets the config have the last word over a scenario', () => {
    applyConfig(store, config(CONTRACT_EXAMPLE))
    expect(store.apis.get(ORGANIZER)?.name).toBe('Organizer API')
    expect(store.users.get('alice')?.claims).toEqual(CONTRACT_EXAMPLE.users[0]?.claims)
  })

  test('keeps the scopes of an API that it does not name, since clients are registered with them', () => {
    loadScenario(store, 'organizer')
    const before = scopesOf(ORGANIZER)
    applyConfig(
      store,
      config({
        scenarios: [],
        apis: [{ identifier: ORGANIZER, scopes: [{ name: 'read:tasks', description: 'Peek' }, { name: 'new' }] }],
      }),
    )
    expect(scopesOf(ORGANIZER)).toEqual([...(before ?? []), 'new'])
    expect(store.apis.get(ORGANIZER)).toMatchObject({ authorizationDetailsTypes: ['appointment_booking'] })
    expect(store.apis.get(ORGANIZER)?.scopes).toContainEqual({ name: 'read:tasks', description: 'Peek' })
  })

  test('adds its metadata documents to those that are there', () => {
    applyConfig(store, config({ metadataDocuments: { 'https://a.example/m': 'http://localhost/a' } }))
    applyConfig(store, config({ metadataDocuments: { 'https://b.example/m': 'http://localhost/b' } }))
    expect(Object.keys(store.settings.get().metadataDocuments)).toEqual(['https://a.example/m', 'https://b.example/m'])
  })

  test('applies nothing of a config that fails half-way', () => {
    seedStore(store)
    const before = contents()
    const unstorable = { client_id: 'bad', claims: 5n }
    const half = { ...config(CONTRACT_EXAMPLE), clients: [unstorable] }
    expect(() => applyConfig(store, half)).toThrow(TypeError)
    expect(contents()).toEqual(before)
  })

  test('leaves a store new when seeding it fails', () => {
    expect(() => seedStore(store, { ...config({}), scenarios: ['organizer', 'nope'] })).toThrow(
      'There is no scenario "nope"',
    )
    expect(store.isNew).toBe(true)
    expect(store.clients.list()).toEqual([])
  })
})

describe('loading a scenario again', () => {
  test('restores its own, and leaves the rest', () => {
    seedStore(store)
    store.clients.put({ client_id: 'my-todos', client_name: 'Broken' }, 'management')
    store.clients.put({ client_id: 'quick-print', client_name: 'Changed' }, 'management')
    loadScenario(store, 'organizer')
    expect(store.clients.get('my-todos')).toMatchObject({
      origin: 'scenario:organizer',
      metadata: { client_name: 'MyTodos.io' },
    })
    expect(store.clients.get('quick-print')?.metadata.client_name).toBe('Changed')
  })

  test('restores all of them at once', () => {
    loadAllScenarios(store)
    expect(clientIds().toSorted()).toEqual(SEEDED_IDS)
  })

  test('brings the scopes back to how they ship', () => {
    seedStore(store, config(CONTRACT_EXAMPLE))
    store.apis.put({ ...(store.apis.get(ORGANIZER) ?? never()), scopes: [] }, 'management')
    loadScenario(store, 'organizer')
    expect(scopesOf(ORGANIZER)).toHaveLength(9)
  })
})

function never(): never {
  throw new Error('the API is not there')
}

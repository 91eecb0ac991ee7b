import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { ValetKeyError } from '#shared/errors.ts'

import { createList } from './create-list.ts'
import { createMemoryBridge } from './support/create-memory-bridge.ts'

const ALICE = { username: 'alice', claims: {}, meta: { hasSecondFactor: false } }
const BOB = { ...ALICE, username: 'bob' }

function givenUsers() {
  let users = [ALICE]
  const line = createMemoryBridge({ 'users.list': () => ({ items: users }) })
  const store = createList({ bridge: line.bridge, kinds: ['users'], fetch: () => line.bridge.call('users.list', {}) })
  onTestFinished(() => (store.close(), line.bridge.close()))
  const names = () => store.getState().items.map(({ username }) => username)
  return { ...line, store, names, put: (next: typeof users) => (users = next) }
}

describe('a list of what the program has', () => {
  it('asks for nothing before somebody looks', async () => {
    const { asked, settle, emit, store } = givenUsers()
    emit('changed', { what: 'users' })
    await settle()
    expect(asked).toEqual([])
    expect(store.getState()).toMatchObject({ status: 'loading', items: [] })
  })

  it('asks once however many look', async () => {
    const { asked, store, names } = givenUsers()
    store.ensure()
    store.ensure()
    await vi.waitFor(() => expect(names()).toEqual(['alice']))
    store.ensure()
    expect(asked).toEqual(['users.list'])
    expect(store.getState().status).toBe('ready')
  })

  it('asks again when something of its kind changed, and not for another kind', async () => {
    const { asked, emit, store, names, put, settle } = givenUsers()
    store.ensure()
    await vi.waitFor(() => expect(names()).toEqual(['alice']))
    put([ALICE, BOB])
    emit('changed', { what: 'clients' })
    await settle()
    expect(asked).toHaveLength(1)
    emit('changed', { what: 'users' })
    await vi.waitFor(() => expect(names()).toEqual(['alice', 'bob']))
  })

  it('answers a hundred changes at once with two questions: the one that was under way, and one after it', async () => {
    const { asked, emit, store, names, settle } = givenUsers()
    store.ensure()
    await vi.waitFor(() => expect(names()).toEqual(['alice']))
    for (let index = 0; index < 100; index += 1) emit('changed', { what: 'users' })
    await settle()
    expect(asked).toHaveLength(3)
  })

  it('keeps what it has when asking again fails, and says why', async () => {
    const { answer, store, names } = givenUsers()
    await store.getState().load()
    answer({
      'users.list': () => {
        throw new ValetKeyError('busy', 'Not now.')
      },
    })
    await store.getState().load()
    expect(names()).toEqual(['alice'])
    expect(store.getState()).toMatchObject({ status: 'failed', error: { code: 'busy', message: 'Not now.' } })
  })

  it('fails while there is no connection, and asks again by itself when there is', async () => {
    const { cut, mend, store, names, put } = givenUsers()
    await store.getState().load()
    cut()
    await store.getState().load()
    expect(store.getState()).toMatchObject({ status: 'failed', error: { code: 'disconnected' } })
    put([BOB])
    mend()
    await vi.waitFor(() => expect(names()).toEqual(['bob']))
    expect(store.getState()).toMatchObject({ status: 'ready', error: undefined })
  })

  it('asks again after a restart, whose events nobody can replay', async () => {
    const { cut, mend, forget, store, names, put } = givenUsers()
    await store.getState().load()
    cut()
    put([ALICE, BOB])
    forget()
    mend()
    await vi.waitFor(() => expect(names()).toEqual(['alice', 'bob']))
  })
})

import { expect, test } from 'vitest'

import type { HistoryEntry } from '#shared/contract/calls/history.ts'

import { createMemoryBridge } from '../../stores/support/create-memory-bridge.ts'
import { createHistoryList } from './create-history-list.ts'

function createWorld(count: number) {
  let changes = Array.from({ length: count }, (_, index) => entry(count - index))
  const memory = createMemoryBridge({
    'history.list': ({ before, limit = 50 }) => {
      const from = before === undefined ? 0 : changes.findIndex(({ id }) => id === before) + 1
      const items = changes.slice(from, from + limit)
      const next = from + limit < changes.length ? items.at(-1)?.id : undefined
      return { items, ...(next !== undefined && { next }) }
    },
  })
  return {
    ...memory,
    add(more: number) {
      changes = [...Array.from({ length: more }, (_, index) => entry(changes.length + more - index)), ...changes]
      memory.emit('changed', { what: 'history' })
    },
  }
}

function entry(number: number): HistoryEntry {
  return {
    id: `change-${number}`,
    at: number,
    door: 'screens',
    call: 'clients.change',
    count: 1,
    records: 0,
    parts: [],
  }
}

test('pages come one after the other, each once', async () => {
  const { bridge, settle } = createWorld(230)
  const list = createHistoryList(bridge, {})
  list.ensure()
  await settle()
  expect(list.getState().items).toHaveLength(100)
  await Promise.all([list.getState().more(), list.getState().more()])
  expect(list.getState().items).toHaveLength(200)
  await list.getState().more()
  await list.getState().more()
  expect(list.getState().items.map(({ at }) => at)).toEqual(Array.from({ length: 230 }, (_, index) => 230 - index))
  list.close()
})

test('what is changed meanwhile comes on top, and the pages below stay', async () => {
  const { bridge, settle, add } = createWorld(150)
  const list = createHistoryList(bridge, {})
  list.ensure()
  await settle()
  await list.getState().more()
  add(2)
  await settle()
  expect(list.getState().items.map(({ at }) => at)).toEqual(Array.from({ length: 152 }, (_, index) => 152 - index))
  list.close()
})

test('so much that is new that it does not join what was there begins again', async () => {
  const { bridge, settle, add } = createWorld(10)
  const list = createHistoryList(bridge, {})
  list.ensure()
  await settle()
  add(120)
  await settle()
  expect(list.getState().items).toHaveLength(100)
  await list.getState().more()
  expect(list.getState().items).toHaveLength(130)
  list.close()
})

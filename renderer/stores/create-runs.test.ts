import { describe, expect, it, onTestFinished } from 'vitest'

import type { FlowRun } from '#shared/model/flow-run.ts'

import { createRun, createRunList } from './create-runs.ts'
import { createMemoryBridge } from './support/create-memory-bridge.ts'

function run(id: string, position = 0): FlowRun {
  return {
    id,
    flow: 'authorization-code',
    choice: { client_id: 'calendar-app', scope: [], layers: [], user: 'alice' },
    state: 'ready',
    createdAt: 1,
    position,
    steps: [],
    known: {},
    redirect_uri: 'http://localhost:4401/callback',
  }
}

function givenRuns(...runs: FlowRun[]) {
  let known = runs
  const line = createMemoryBridge({
    'runs.list': () => ({ items: known }),
    'runs.get': ({ id }) => known.find((one) => one.id === id) ?? run('unknown'),
  })
  onTestFinished(() => line.bridge.close())
  return { ...line, have: (...next: FlowRun[]) => (known = next) }
}

describe('a run', () => {
  it('is asked for when somebody looks, and again when it has changed', async () => {
    const line = givenRuns(run('a'), run('b'))
    const store = createRun(line.bridge, 'a')
    expect(line.asked).toEqual([])
    store.ensure()
    await line.settle()
    expect(store.getState().value?.position).toBe(0)

    line.have(run('a', 3))
    line.emit('run.changed', { id: 'a' })
    await line.settle()
    expect(store.getState().value?.position).toBe(3)
  })

  it('is not asked for when another one has changed', async () => {
    const line = givenRuns(run('a'), run('b'))
    createRun(line.bridge, 'a').ensure()
    await line.settle()
    line.emit('run.changed', { id: 'b' })
    await line.settle()
    expect(line.asked).toEqual(['runs.get'])
  })
})

it('the list is asked for again whichever run has changed', async () => {
  const line = givenRuns(run('a'))
  const list = createRunList(line.bridge)
  list.ensure()
  await line.settle()
  line.have(run('b'), run('a'))
  line.emit('run.changed', { id: 'b' })
  await line.settle()
  expect(list.getState().items.map(({ id }) => id)).toEqual(['b', 'a'])
})

import { describe, expect, it } from 'vitest'

import { layoutSequence, textWidth } from './layout.ts'
import { describeMessage, type Lane, type Message } from './sequence.ts'

const LANES: readonly Lane[] = [
  { id: 'user', actor: 'user', name: 'Alice' },
  { id: 'browser', actor: 'browser', name: 'Browser' },
  { id: 'client', actor: 'client', name: 'MyTodos.io' },
  { id: 'issuer', actor: 'issuer', name: 'Issuer' },
]

function message(from: string, to: string, label = 'hello', id = `${from}-${to}`): Message {
  return { id, from, to, label, state: 'done' }
}

function laneAt(id: string, layout: ReturnType<typeof layoutSequence>): number {
  return layout.lanes.find((lane) => lane.id === id)?.x ?? Number.NaN
}

describe('the lanes', () => {
  it('stand in their order, and none covers another', () => {
    const { lanes } = layoutSequence({ lanes: LANES, messages: [] })
    for (const [index, lane] of lanes.entries()) {
      const next = lanes[index + 1]
      if (next) expect(lane.x + lane.width / 2).toBeLessThan(next.x - next.width / 2)
    }
  })

  it('stand inside of the picture', () => {
    const layout = layoutSequence({ lanes: LANES, messages: [] })
    const [first, last] = [layout.lanes[0], layout.lanes.at(-1)]
    expect((first?.x ?? 0) - (first?.width ?? 0) / 2).toBeGreaterThan(0)
    expect((last?.x ?? 0) + (last?.width ?? 0) / 2).toBeLessThan(layout.width)
  })

  it('are far enough apart for what is written between them', () => {
    const label = 'a very long label that says what this message is about'
    for (const [from, to] of [
      ['client', 'issuer'],
      ['user', 'issuer'],
      ['issuer', 'browser'],
    ] as const) {
      const layout = layoutSequence({ lanes: LANES, messages: [message(from, to, label)] })
      expect(Math.abs(laneAt(from, layout) - laneAt(to, layout))).toBeGreaterThanOrEqual(textWidth(label))
    }
  })

  it('take the room that there is, and no less than they need', () => {
    const need = layoutSequence({ lanes: LANES, messages: [] }).width
    expect(layoutSequence({ lanes: LANES, messages: [] }, need + 300).width).toBe(need + 300)
    expect(layoutSequence({ lanes: LANES, messages: [] }, 10).width).toBe(need)
  })
})

describe('a message', () => {
  it('points at the one it goes to', () => {
    const layout = layoutSequence({ lanes: LANES, messages: [message('browser', 'issuer'), message('issuer', 'user')] })
    const tips = layout.messages.map(({ head }) => Number(/L(\d+)/.exec(head)?.[1]))
    expect(Math.abs((tips[0] ?? 0) - laneAt('issuer', layout))).toBeLessThan(4)
    expect(Math.abs((tips[1] ?? 0) - laneAt('user', layout))).toBeLessThan(4)
  })

  it('stands below the one before it', () => {
    const messages = ['one', 'two', 'three'].map((id) => message('user', 'issuer', 'hello', id))
    const { messages: laid, bodyHeight } = layoutSequence({ lanes: LANES, messages })
    for (const [index, { band }] of laid.entries()) {
      const next = laid[index + 1]?.band.y ?? bodyHeight
      expect(band.y + band.height).toBeLessThanOrEqual(next)
    }
  })

  it('to oneself turns back, its words beside it and before the next lane', () => {
    const label = 'code_verifier, S256'
    const layout = layoutSequence({ lanes: LANES, messages: [message('client', 'client', label)] })
    const [loop] = layout.messages
    expect(loop?.anchor).toBe('start')
    expect((loop?.labelX ?? 0) + textWidth(label)).toBeLessThan(laneAt('issuer', layout))
  })

  it('to oneself on the last lane makes the picture wider', () => {
    const label = 'an answer that takes a while to put into words'
    const layout = layoutSequence({ lanes: LANES, messages: [message('issuer', 'issuer', label)] })
    expect(layout.width).toBeGreaterThan((layout.messages[0]?.labelX ?? 0) + textWidth(label))
  })

  it('has a name that says who, to whom, what and how far', () => {
    const sequence = { lanes: LANES, messages: [] }
    expect(describeMessage(sequence, message('browser', 'issuer', 'GET /authorize'))).toBe(
      'Browser to Issuer: GET /authorize, done',
    )
    expect(describeMessage(sequence, { ...message('client', 'client', 'state'), state: 'coming' })).toBe(
      'MyTodos.io: state, still to come',
    )
  })
})

it('draws nothing of nothing', () => {
  expect(layoutSequence({ lanes: [], messages: [] }, 200)).toMatchObject({ width: 200, lanes: [], messages: [] })
})

import { describe, expect, it } from 'vitest'

import { plainText } from '../teach/rich-text.ts'
import { buildSteps, findFlow, FLOWS, LAYERS } from './flows.ts'
import { LAYER_IDS } from './flow.ts'
import { listEveryWalk } from './testing/every-walk.ts'
import { checkOf, walk } from './testing/walk.ts'

const WALKS = listEveryWalk()

describe('every walkthrough', () => {
  it.each(WALKS.map((one) => [one.name, one] as const))(
    '%s goes to its end',
    async (_name, { flow, choice, client }) => {
      const { steps, stopped } = await walk(flow, choice, { client })
      const last = steps.at(-1)
      const failed = last?.outcome?.checks.filter(({ outcome }) => outcome === 'failed')
      expect({ stopped, failed, error: last?.outcome?.error }).toEqual({
        stopped: undefined,
        failed: [],
        error: undefined,
      })
    },
  )

  it.each(FLOWS.map((flow) => [flow.id, flow] as const))('%s has steps that can be told apart', (_id, flow) => {
    for (const { choice } of WALKS.filter((one) => one.flow === flow)) {
      const steps = buildSteps(flow, choice)
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
      const lanes = new Set(steps.flatMap(({ from, to }) => [from, to]))
      expect([...lanes].filter((lane) => !flow.lanes.includes(lane))).toEqual([])
    }
  })

  it('teaches at each step: what it is for, what goes wrong, and where that stands', () => {
    const steps = WALKS.flatMap(({ flow, choice }) => buildSteps(flow, choice))
    for (const { id, title, arrow, teach } of steps) {
      expect(title, id).toMatch(/^[A-Z].*[^.]$/)
      expect(arrow, id).not.toBe('')
      expect(teach.specs.length, id).toBeGreaterThan(0)
      for (const text of [teach.what, teach.goesWrong ?? []]) {
        expect(plainText(text), id).toMatch(/^.{30,420}$/)
        expect(plainText(text), id).toMatch(/[.”]$/)
      }
    }
  })

  it('says what it is for and what the standards think of it', () => {
    for (const { id, title, summary, verdict, specs } of FLOWS) {
      expect(
        [title, summary, verdict.label].every((text) => text !== ''),
        id,
      ).toBe(true)
      expect(summary, id).toMatch(/\.$/)
      expect(plainText(verdict.text), id).toMatch(/^.{60,420}\.$/)
      expect(plainText(verdict.text), id).toMatch(/OAuth 2\.1|RFC 9700/)
      expect(specs.length, id).toBeGreaterThan(0)
    }
  })

  it('is found by its id, which no other has', () => {
    expect(new Set(FLOWS.map(({ id }) => id)).size).toBe(FLOWS.length)
    for (const flow of FLOWS) expect(findFlow(flow.id)).toBe(flow)
    expect(findFlow('magic')).toBeUndefined()
  })
})

describe('layers', () => {
  it('are all there, each of use to some walkthrough', () => {
    expect(LAYERS.map(({ id }) => id).toSorted()).toEqual([...LAYER_IDS].toSorted())
    for (const { id } of LAYERS)
      expect(
        FLOWS.some(({ layers }) => layers.includes(id)),
        id,
      ).toBe(true)
  })

  it('are built in or can be switched on, never both', () => {
    for (const { layers, builtIn = [] } of FLOWS) expect(layers.filter((id) => builtIn.includes(id))).toEqual([])
  })
})

describe('the steps that wait for a person', () => {
  it('stand between the step that sends the browser and its coming back', () => {
    for (const { name, flow, choice } of WALKS) {
      const kinds = buildSteps(flow, choice)
        .map(({ kind }) => kind)
        .join(' ')
      expect(kinds, name).not.toMatch(/(?<!browser|person) person|^person/)
      expect(kinds, name).not.toMatch(/(?<!browser|person) arrival|^arrival/)
    }
  })

  it('poll until there is an answer, more slowly when they are told to', async () => {
    const found = WALKS.find(({ name }) => name === 'device')
    if (found === undefined) throw new Error('the device flow is missing')
    const walked = await walk(found.flow, found.choice, { client: found.client })
    expect(checkOf(walked, 'poll-early', 'slow-down')).toMatchObject({ outcome: 'passed', found: '400 slow_down' })
    expect(walked.known['interval']).toMatchObject({ value: 10 })
  })
})

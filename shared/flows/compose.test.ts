import { expect, it } from 'vitest'

import { buildGet } from './draft.ts'
import { amendArrival, amendDraft, amendOutcome, hasStep, insertAfter, insertBefore, joinOutcomes } from './compose.ts'
import type { CallStep, Context, Step } from './flow.ts'
import { rich } from '../teach/rich-text.ts'

const base = { title: 'T', from: 'client', to: 'issuer', arrow: 'a', teach: { what: rich`w`, specs: [] } } as const
const local: Step = { ...base, kind: 'local', id: 'local', run: () => ({ learned: {}, checks: [] }) }
const call: CallStep = {
  ...base,
  kind: 'call',
  id: 'call',
  answerArrow: 'b',
  build: () => buildGet('https://a.test/'),
  process: () => ({ learned: { first: { value: 1 } }, checks: [] }),
}
const context = {} as Context
const answer = { status: 200, statusText: '', headers: [], body: '' }

it('puts steps in before or behind another', () => {
  const ids = (steps: readonly Step[]) => steps.map(({ id }) => id)
  const added: Step = { ...local, id: 'added' }
  expect(ids(insertBefore([local, call], 'call', added))).toEqual(['local', 'added', 'call'])
  expect(ids(insertAfter([local, call], 'local', added))).toEqual(['local', 'added', 'call'])
  expect(ids(insertAfter([local, call], 'nowhere', added))).toEqual(['local', 'call'])
  expect([hasStep([local], 'local'), hasStep([local], 'call')]).toEqual([true, false])
})

it('changes what is sent, by id or everywhere, and leaves the other steps as they are', async () => {
  const amend = (_context: Context, draft: ReturnType<typeof buildGet>) => ({ ...draft, method: 'PUT' })
  for (const ids of [['call'], undefined]) {
    const [first, second] = amendDraft([local, call], ids, amend)
    expect(first).toBe(local)
    expect(second?.kind === 'call' && (await second.build(context)).method).toBe('PUT')
  }
  expect(amendDraft([call], ['other'], amend)[0]).toBe(call)
})

it('adds to what is learnt, in the order in which layers were put on', async () => {
  const [amended] = amendOutcome([call], ['call'], (_context, _answer, outcome) =>
    joinOutcomes(outcome, { learned: { second: { value: 2 } }, checks: [] }),
  )
  const outcome = amended?.kind === 'call' && (await amended.process(context, answer, buildGet('')))
  expect(outcome).toMatchObject({ learned: { first: { value: 1 }, second: { value: 2 } } })
})

it('reads what the browser brought before the step does', async () => {
  const arrival: Step = {
    ...base,
    kind: 'arrival',
    id: 'arrival',
    process: (_context, { parameters }) => ({ learned: { code: { value: parameters['code'] ?? '' } }, checks: [] }),
  }
  const [amended] = amendArrival([arrival], (own, arrived, process) =>
    process(own, { ...arrived, parameters: { code: 'unpacked' } }),
  )
  const brought = { url: '', via: 'query', parameters: { response: 'packed' } } as const
  const outcome = amended?.kind === 'arrival' && (await amended.process(context, brought))
  expect(outcome).toMatchObject({ learned: { code: { value: 'unpacked' } } })
})

it('of two outcomes keeps the first error, and all checks', () => {
  const check = { id: 'a', title: 'A', outcome: 'passed', spec: { label: '', href: '' } } as const
  const first = { learned: {}, checks: [check], error: { code: 'first' } }
  const second = { learned: {}, checks: [{ ...check, id: 'b' }], error: { code: 'second' } }
  expect(joinOutcomes(first, second)).toMatchObject({ error: { code: 'first' }, checks: [{ id: 'a' }, { id: 'b' }] })
})

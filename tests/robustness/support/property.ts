import { expect } from 'vitest'

import { type Draft, get, toBytes } from './draft.ts'
import type { Answer } from './raw-http.ts'
import type { World } from './world.ts'

/** Printed with every run and settable, so that a finding can be had again: VALETKEY_FUZZ_SEED, VALETKEY_FUZZ_RUNS. */
export const SEED = Number(process.env['VALETKEY_FUZZ_SEED'] ?? 20_260_401)

export function runs(usual: number): { seed: number; numRuns: number; endOnFailure: boolean } {
  return { seed: SEED, numRuns: Number(process.env['VALETKEY_FUZZ_RUNS'] ?? usual), endOnFailure: false }
}

/** An answer that is whole (`send` saw to that), is no failure of the program, and left it silent. */
export async function expectProtocolAnswer(world: World, draft: Draft, to?: 'issuer' | 'screens'): Promise<Answer> {
  const answer = await world.send(draft, to)
  const complaints = world.complaints()
  const failed = answer.status >= 500 || complaints !== ''
  const sent = () => toBytes(draft, world.host).toString('latin1').slice(0, 2000)
  expect(
    failed,
    failed ? `${answer.status} ${answer.body.toString('utf8').slice(0, 300)}\n${complaints}\n${sent()}` : '',
  ).toBe(false)
  return answer
}

export async function expectAlive(world: World): Promise<void> {
  const discovery = await world.send(get('/.well-known/openid-configuration'))
  expect(discovery.status).toBe(200)
  expect(JSON.parse(discovery.body.toString('utf8'))).toMatchObject({ issuer: world.program.issuer })
  expect(world.complaints()).toBe('')
}

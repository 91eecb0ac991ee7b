import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { damage } from './support/damage.ts'
import { expectAlive, expectProtocolAnswer, runs, SEED } from './support/property.ts'
import { RECIPES } from './support/recipes.ts'
import { startWorld, type World } from './support/world.ts'

let world: World
let sent = 0

beforeAll(async () => {
  world = await startWorld()
})
afterEach(() => expectAlive(world))
afterAll(async () => {
  console.log(`seed ${SEED}, ${sent} requests`)
  await world[Symbol.asyncDispose]()
})

describe('whatever is sent to any address', () => {
  it('is answered as it should be when it is right', async () => {
    for (const { name, make, to, status = 200 } of RECIPES) {
      const answer = await expectProtocolAnswer(world, await make(world), to)
      expect({ name, status: answer.status }, answer.body.toString('utf8').slice(0, 300)).toEqual({ name, status })
    }
  })

  it('gets a protocol error or a 4xx when the request is damaged', async () => {
    const request = fc.tuple(fc.constantFrom(...RECIPES), fc.array(damage, { minLength: 1, maxLength: 3 }))
    await fc.assert(
      fc.asyncProperty(request, async ([{ make, to }, damages]) => {
        const draft = damages.reduce((before, change) => change(before), await make(world))
        sent += 1
        await expectProtocolAnswer(world, draft, to)
      }),
      runs(1500),
    )
  })
})

import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { brokenJwt, brokenText } from './support/broken-jwts.ts'
import { JWT_PLACES, type JwtPlace } from './support/jwt-places.ts'
import { expectAlive, expectProtocolAnswer, runs, SEED } from './support/property.ts'
import { encode, signJwt } from './support/signer.ts'
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

function tokensFor({ parts, genuine }: JwtPlace): fc.Arbitrary<string> {
  return parts ? brokenJwt(parts(world)) : brokenText(genuine?.(world) ?? '')
}

describe('a JWT in any place', () => {
  it('that is broken gets a protocol error', async () => {
    const tokens = new Map(JWT_PLACES.map((place) => [place, tokensFor(place)]))
    const request = fc
      .constantFrom(...JWT_PLACES)
      .chain((place) => fc.tuple(fc.constant(place), tokens.get(place) ?? fc.constant('')))
    await fc.assert(
      fc.asyncProperty(request, async ([place, token]) => {
        sent += 1
        await expectProtocolAnswer(world, place.put(token, world))
      }),
      runs(1500),
    )
  })

  const signed = JWT_PLACES.filter(({ parts }) => parts !== undefined)

  it.each(signed)('is not believed without a signature: $name', async ({ parts, put }) => {
    if (!parts) throw new Error('nobody can sign it')
    const { header, payload } = parts(world)
    const unsigned = `${encode({ ...(header as object), alg: 'none' })}.${encode(payload)}.`
    const forged = signJwt({ header, payload }, 'stranger')
    for (const token of [unsigned, forged]) {
      const answer = await expectProtocolAnswer(world, put(token, world))
      const [location = ''] = answer.headers['location'] ?? []
      expect(answer.status >= 400 || location.includes('error='), `${answer.status} ${location}`).toBe(true)
    }
  })
})

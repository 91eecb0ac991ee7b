/** Which tokens were forged here. Their hashes alone are kept, long enough to meet the tokens again, and not for ever. */
import * as z from 'zod'

import { FORGED_WITH, type ForgedMark } from '#shared/contract/calls/tokens.ts'

import { epochSeconds } from '../../store/epoch-seconds.ts'
import type { RecordTable } from '../../store/store.ts'
import { hashToken } from './hash-token.ts'

const MODEL = 'ForgedToken'
const KEPT_FOR = 30 * 24 * 3600
const MOST = 1_000

const kept = z.object({
  madeAt: z.int(),
  with: z.enum(FORGED_WITH),
  about: z.string().optional(),
})

export interface Forgeries {
  add(token: string, about: Omit<ForgedMark, 'hash' | 'madeAt'>): ForgedMark
  find(token: string): ForgedMark | undefined
}

export function createForgeries(records: RecordTable): Forgeries {
  function makeRoom(): void {
    const excess = records.count(MODEL) - MOST + 1
    // In the order in which they expire, which is that in which they were made.
    for (const hash of excess > 0 ? records.listIds(MODEL).slice(0, excess) : []) records.destroy(MODEL, hash)
  }

  return {
    add(token, about) {
      const hash = hashToken(token)
      const madeAt = epochSeconds()
      makeRoom()
      records.upsert(MODEL, hash, { madeAt, ...about }, madeAt + KEPT_FOR)
      return { hash, madeAt, ...about }
    },
    find(token) {
      const hash = hashToken(token)
      const read = kept.safeParse(records.find(MODEL, hash)?.payload)
      return read.success ? { hash, ...read.data } : undefined
    },
  }
}

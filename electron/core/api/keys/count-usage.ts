import { decodeProtectedHeader } from 'jose'

import type { Output } from '#shared/contract/calls/calls.ts'

import { type ListParts, listTokens } from '../tokens/list-tokens.ts'

/** Tokens of one look; more are counted as "at least". */
const MOST = 1000

/** JWTs are stored nowhere, so they are found in what was recorded. */
export async function countUsage(parts: ListParts, kids: readonly string[]): Promise<Output<'keys.usage'>> {
  const { items, next } = await listTokens(parts, { state: 'active' }, MOST)
  const counts = new Map(kids.map((kid) => [kid, 0]))
  for (const { format, token, forged } of items) {
    const kid = format === 'jwt' && forged === undefined ? kidOf(token) : undefined
    const count = kid === undefined ? undefined : counts.get(kid)
    if (kid !== undefined && count !== undefined) counts.set(kid, count + 1)
  }
  return { items: [...counts].map(([kid, tokens]) => ({ kid, tokens })), isComplete: next === undefined }
}

function kidOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid
  } catch {
    return undefined
  }
}

import type { TokenState, TokenView } from '#shared/contract/calls/tokens.ts'

/** What was active when it was asked for may have expired since, on a screen that stays open. */
export function stateAt({ state, expiresAt }: Pick<TokenView, 'state' | 'expiresAt'>, now: number): TokenState {
  return state === 'active' && expiresAt !== undefined && expiresAt <= now ? 'expired' : state
}

import type { KeyView } from '#shared/contract/calls/keys.ts'

import type { Tone } from '../../components/tone.ts'
import type { TEXT } from './text.ts'

export type ShownState = keyof typeof TEXT.states

/** One that is published and has no end is one that waits to be used. */
export function stateOf({ state, retiresAt }: Pick<KeyView, 'state' | 'retiresAt'>): ShownState {
  if (state === 'active') return 'active'
  return retiresAt === undefined ? 'waiting' : 'retiring'
}

export const STATE_TONES: Readonly<Record<ShownState, Tone>> = {
  active: 'good',
  waiting: 'accent',
  retiring: 'neutral',
}

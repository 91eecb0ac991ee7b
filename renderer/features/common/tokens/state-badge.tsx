import type { TokenState } from '#shared/contract/calls/tokens.ts'

import { Badge } from '../../../components/badge.tsx'
import type { Tone } from '../../../components/tone.ts'
import { ISSUED_TEXT } from './issued-text.ts'

const TONES: Readonly<Record<TokenState, Tone>> = {
  active: 'good',
  expired: 'neutral',
  revoked: 'bad',
  rotated: 'warn',
}

export function StateBadge({ state }: { readonly state: TokenState }) {
  return <Badge tone={TONES[state]}>{ISSUED_TEXT.states[state]}</Badge>
}

import type { Flow } from '#shared/flows/flow.ts'

import { Badge } from '../../components/badge.tsx'

export function VerdictBadge({ flow: { verdict } }: { readonly flow: Pick<Flow, 'verdict'> }) {
  return <Badge tone={verdict.tone}>{verdict.label}</Badge>
}

import type { Draft, ShownStep } from '#shared/flows/flow.ts'
import type { Endpoint } from '#shared/model/exchange.ts'
import { ROUTES } from '#shared/oauth/protocol.ts'
import { contextOf, type EntryContext } from '#shared/teach/contexts.ts'

/** Where the names of a message stand, so that each is explained as it is meant there. */
export function contextOfStep(
  step: ShownStep,
  draft: Draft | undefined,
  half: 'request' | 'response',
): EntryContext | undefined {
  if (step.kind === 'arrival') return 'authorization response'
  return contextOf(endpointOf(step, draft), half)
}

function endpointOf({ to, kind }: ShownStep, draft: Draft | undefined): Endpoint {
  if (to === 'api') return 'api'
  if (kind === 'browser' && draft === undefined) return 'authorization'
  const path = URL.parse(draft?.url ?? '')?.pathname ?? ''
  if (path.startsWith('/.well-known/oauth-protected-resource')) return 'resource_metadata'
  if (path.startsWith('/.well-known/')) return 'discovery'
  const found = Object.entries(ROUTES).find(([, route]) => path === route || path.startsWith(`${route}/`))
  return (found?.[0] ?? 'unknown') as Endpoint
}

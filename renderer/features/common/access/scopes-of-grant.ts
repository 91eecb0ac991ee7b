import type { GrantView } from '#shared/contract/calls/grants.ts'
import { splitScope } from '#shared/oauth/scope.ts'

/** All that was allowed, of OpenID Connect and of the APIs. */
export function scopesOfGrant({ scope, resources }: GrantView): readonly string[] {
  return [...new Set([scope, ...Object.values(resources)].flatMap(splitScope))]
}

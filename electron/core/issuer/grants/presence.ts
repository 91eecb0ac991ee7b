import { errors } from 'oidc-provider'

import type { GrantContext } from './grant-type.ts'

export function requireParam(ctx: GrantContext, name: string): string {
  const value = optionalParam(ctx, name)
  if (value === undefined) throw new errors.InvalidRequest(`missing required parameter '${name}'`)
  return value
}

export function optionalParam(ctx: GrantContext, name: string): string | undefined {
  const value: unknown = ctx.oidc.params[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

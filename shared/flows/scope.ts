import { isOidcScope } from '../oauth/scope.ts'
import type { Choice, Context, LayerId } from './flow.ts'

/**
 * What the first request asks for. Login and staying signed in are layers, so the scopes that belong to them come and
 * go with the layers; the rest is as it was picked.
 */
export function requestedScope({ scope, layers }: Choice, always: readonly LayerId[] = []): readonly string[] {
  const isOn = (layer: LayerId) => layers.includes(layer) || always.includes(layer)
  const picked = scope.filter((name) => !isOidcScope(name) || (isOn('openid') && name !== 'offline_access'))
  const added = [...(isOn('openid') ? ['openid'] : []), ...(isOn('refresh') ? ['offline_access'] : [])]
  return [...new Set([...added, ...picked])]
}

/** For a parameter: nothing rather than an empty one. */
export function scopeText({ choice }: Pick<Context, 'choice'>, always?: readonly LayerId[]): string | undefined {
  return requestedScope(choice, always).join(' ') || undefined
}

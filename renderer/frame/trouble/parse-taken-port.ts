import type { ErrorShape } from '#shared/errors.ts'

export interface TakenPort {
  readonly port: number
  readonly which: 'issuer' | 'screens'
  /** One that was free a moment ago. */
  readonly free: number | undefined
}

/** Which port stood in the way, if one did. */
export function parseTakenPort({ code, detail }: ErrorShape): TakenPort | undefined {
  if (!code.startsWith('port_') || !isObject(detail)) return undefined
  const { port, which, free } = detail
  if (typeof port !== 'number') return undefined
  return {
    port,
    which: which === 'screens' ? 'screens' : 'issuer',
    free: typeof free === 'number' ? free : undefined,
  }
}

function isObject(
  value: unknown,
): value is { readonly port?: unknown; readonly which?: unknown; readonly free?: unknown } {
  return typeof value === 'object' && value !== null
}

import type { ErrorShape } from '#shared/errors.ts'

const PORT_CODES: ReadonlySet<string> = new Set(['port_taken', 'port_forbidden', 'listen_failed'])

export interface TakenPort {
  readonly port: number
  readonly which: 'issuer' | 'screens'
  /** One that was free a moment ago. */
  readonly free: number | undefined
}

/** Which port stood in the way, if one did. */
export function parseTakenPort({ code, detail }: ErrorShape): TakenPort | undefined {
  if (!PORT_CODES.has(code) || !isObject(detail)) return undefined
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

import type { HeaderPair } from './exchange.ts'

export function findHeader(headers: readonly HeaderPair[], wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}

/** Without its parameters. */
export function contentType(headers: readonly HeaderPair[]): string {
  return findHeader(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
}

import { isLoopbackHost } from '#shared/oauth/loopback.ts'

import type { RunningProgram } from './use-program.ts'

type Issuer = Pick<RunningProgram, 'issuer' | 'ports'>

/** The address as the list has room for it: the issuer's own without the part that they all begin with. */
export function shortAddress(url: string, program: Issuer | undefined): string {
  const address = URL.parse(url)
  return address !== null && isAtIssuer(address, program) ? address.pathname + address.search : url
}

/** By its public address, or by the port that it listens on here. */
export function isAtIssuer(address: URL, program: Issuer | undefined): boolean {
  if (program === undefined) return false
  const isHere = isLoopbackHost(address.hostname) && address.port === String(program.ports.issuer)
  return isHere || address.origin === URL.parse(program.issuer)?.origin
}

export function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? url
}

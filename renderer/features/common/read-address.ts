import { isAtIssuer } from '#shared/traffic/parties.ts'

import type { RunningProgram } from './use-program.ts'

type Issuer = Pick<RunningProgram, 'issuer' | 'ports'>

/** The address as the list has room for it: the issuer's own without the part that they all begin with. */
export function shortAddress(url: string, program: Issuer | undefined): string {
  const address = URL.parse(url)
  return address !== null && isAtIssuer(address, program) ? address.pathname + address.search : url
}

export function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? url
}

import { DEMO_APIS } from '#shared/model/demo-api.ts'
import type { DemoApiName } from '#shared/model/demo-api.ts'

export const WELL_KNOWN = '/.well-known/oauth-protected-resource'

/** An address below the issuer; the issuer's own trailing slash does not count. */
export function addressOf(issuer: string, path: string): string {
  return `${issuer.replace(/\/$/, '')}${path}`
}

/** RFC 9728 section 3.1: the well-known part stands between the host and the resource's path. */
export function metadataAddressOf(issuer: string, path: string): string {
  const { origin, pathname } = new URL(addressOf(issuer, path))
  return `${origin}${WELL_KNOWN}${pathname}`
}

/** What follows the well-known part, as a path below the issuer; an issuer with a path of its own has it in there too. */
export function resourcePathOf(issuer: string, path: string): string {
  const prefix = new URL(issuer).pathname.replace(/\/$/, '')
  const rest = path.slice(WELL_KNOWN.length)
  return rest.startsWith(`${prefix}/`) ? rest.slice(prefix.length) : rest
}

export function identifierOf(name: DemoApiName): string {
  return DEMO_APIS.find((api) => api.name === name)?.identifier ?? name
}

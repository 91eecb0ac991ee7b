/** Where a walkthrough may send: to its issuer, to the playground itself, and to what runs on this machine. */
import { ValetKeyError } from '#shared/errors.ts'
import { isLoopbackHttp } from '#shared/oauth/loopback.ts'

import type { FlowParts, Reachable } from '../flow-engine.ts'
import type { Outside } from '../outside/find-outside.ts'

export interface Destination {
  readonly hostname: string
  readonly port: number
  readonly isSecure: boolean
  /** As the `Host` header has it. */
  readonly host: string
  /** Path and query. */
  readonly path: string
  /** At another issuer or its API, where nobody but the sender can record what passes. */
  readonly isOutside: boolean
}

export interface Destinations {
  find(address: string, outside?: Outside): Destination
  /** Whether it is the issuer's or the playground's own, where a browser may be answered for. */
  isOwn(address: string): boolean
}

export function createDestinations({ issuer, screens }: Pick<FlowParts, 'issuer' | 'screens'>): Destinations {
  const own = [issuer, screens].map((part) => ({ origin: new URL(part.address).origin, endpoint: endpointOf(part) }))

  function find(address: string, outside?: Outside): Destination {
    if (!URL.canParse(address)) throw refuse(`${JSON.stringify(address)} is no address.`)
    const url = new URL(address)
    const { host } = url
    const path = `${url.pathname}${url.search}`
    const known = own.find(({ origin }) => origin === url.origin)
    if (known) return { ...known.endpoint, isSecure: false, host, path, isOutside: false }
    const isOutside = outside?.origins.has(url.origin) === true
    if (isOutside || isLoopbackHttp(address)) return { ...reach(url), host, path, isOutside }
    const asked = outside?.issuer.issuer ?? issuer.address
    throw refuse(
      `${url.origin} is neither the issuer, ${asked}, nor on this machine. ` +
        'A walkthrough sends nowhere else: put the address back.',
    )
  }

  return {
    find,
    isOwn: (address) => URL.canParse(address) && own.some(({ origin }) => origin === new URL(address).origin),
  }
}

function reach({ hostname, port, protocol }: URL) {
  const isSecure = protocol === 'https:'
  return { hostname: bare(hostname), port: Number(port || (isSecure ? 443 : 80)), isSecure }
}

function endpointOf({ endpoint }: Reachable) {
  const { hostname, port } = new URL(endpoint)
  return { hostname: bare(hostname), port: Number(port) }
}

/** A socket takes an IPv6 address without its brackets. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function refuse(message: string): ValetKeyError {
  return new ValetKeyError('not_sent', message)
}

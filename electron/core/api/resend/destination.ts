/** Where a request may be sent again: to the issuer, to what runs on this machine, and to where it went before. */
import { ValetKeyError } from '#shared/errors.ts'

import { createDestinations, type Destination, type Destinations } from '../../flows/tools/destinations.ts'

type Own = Parameters<typeof createDestinations>[0]

export function createResendDestinations(own: Own, before: string): Destinations {
  const usual = createDestinations(own)
  return {
    ...usual,
    find(address) {
      const url = URL.parse(address)
      const isSame = url !== null && /^https?:$/.test(url.protocol) && url.origin === URL.parse(before)?.origin
      if (isSame && !usual.isOwn(address)) return whereItWent(url)
      try {
        return usual.find(address)
      } catch {
        throw new ValetKeyError(
          'not_sent',
          `${url?.origin ?? address} is neither the issuer, ${own.issuer.address}, nor on this machine, nor where the request went before. Put the address back.`,
        )
      }
    },
  }
}

function whereItWent({ protocol, hostname, port, host, pathname, search }: URL): Destination {
  const isSecure = protocol === 'https:'
  return {
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (isSecure ? 443 : 80)),
    host,
    path: `${pathname}${search}`,
    isSecure,
    // Whoever sends it again records it.
    isOutside: false,
  }
}

import type { OutgoingHttpHeaders } from 'node:http'

const PERMISSIONS = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb']

/** What goes with every answer: read as what it says it is, by nobody but the screens. */
export const SCREENS_HEADERS: OutgoingHttpHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': PERMISSIONS.map((name) => `${name}=()`).join(', '),
}

/** `host[:port]` with nothing in it that would end the directive and begin another. */
const HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i

/**
 * Nothing inline and nothing from elsewhere. Framed are the issuer's pages, and the playground's own redirect address,
 * which has the origin of the screens.
 */
export function buildScreensPolicy(parts: { nonce: string; issuer: string; host: string | undefined }): string {
  const { nonce, issuer, host = '' } = parts
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    // Not every browser counts the socket of the same origin as 'self'. The doctor reads the issuer's discovery
    // document from where the person is, which may be another side of a proxy or a container than the program's.
    `connect-src 'self' ${new URL(issuer).origin}${HOST.test(host) ? ` ws://${host}` : ''}`,
    `frame-src 'self' ${new URL(issuer).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

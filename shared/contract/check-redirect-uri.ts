import { isLoopbackHost } from '#shared/oauth/loopback.ts'

import { quote } from './finding.ts'

export interface RedirectContext {
  readonly native: boolean
  /** Some response type puts a token into the address. */
  readonly implicit: boolean
}

export interface RedirectProblem {
  readonly found: string
  readonly expected: string
}

/** Browsers run or read these instead of leaving for an application. */
const FORBIDDEN_SCHEMES: ReadonlySet<string> = new Set(['javascript', 'vbscript', 'data', 'blob', 'file', 'about'])
const LOOPBACK = 'localhost, 127.0.0.1 or [::1]'

/** The rules that the issuer itself applies, said before it has to. */
export function checkRedirectUri(uri: string, context: RedirectContext): RedirectProblem | undefined {
  const say = (what: string, expected: string) => ({ found: `${quote(uri)} (${what})`, expected })
  if (!hasScheme(uri)) return say('no scheme', 'an absolute address such as http://localhost:3000/callback')
  if (!URL.canParse(uri)) return say('not an address', 'an absolute address such as http://localhost:3000/callback')
  const url = new URL(uri)
  if (uri.includes('#')) return say('has a fragment', 'an address without "#" (RFC 6749 section 3.1.2)')
  if (url.hostname.includes('*'))
    return say('has a wildcard', 'one exact address, or "anyLoopbackRedirect" in "valetkey"')
  return checkScheme(url, context, say)
}

type Say = (what: string, expected: string) => RedirectProblem

function checkScheme(url: URL, context: RedirectContext, say: Say): RedirectProblem | undefined {
  const scheme = url.protocol.slice(0, -1)
  if (scheme === 'http') return checkHttp(url, context, say)
  if (scheme === 'https')
    return context.native && isLoopbackHost(url.hostname) ? say('https on loopback', 'http there') : undefined
  if (FORBIDDEN_SCHEMES.has(scheme)) return say(`scheme ${scheme}`, 'http, https or a scheme of the application')
  return context.native ? undefined : say(`scheme ${scheme}`, 'http or https, or "application_type": "native"')
}

function checkHttp(url: URL, { native, implicit }: RedirectContext, say: Say): RedirectProblem | undefined {
  if (isLoopbackHost(url.hostname)) return undefined
  if (native) return say('http, not on loopback', `http on ${LOOPBACK}, https, or a scheme of the application`)
  return implicit
    ? say('http, not on loopback', `https, or http on ${LOOPBACK}, where tokens are in the address`)
    : undefined
}

/** A URL parser reads `localhost:3000` as the scheme `localhost`. */
function hasScheme(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(uri) && !/^[a-z0-9.-]+:\d+(?:[/?#]|$)/i.test(uri)
}

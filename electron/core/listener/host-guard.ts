/**
 * DNS rebinding: a page on the internet whose name is made to resolve to 127.0.0.1 reaches this server as its own
 * origin, but cannot change what the browser puts into `Host`. So only the names that are ours are answered.
 */
import type { IncomingMessage } from 'node:http'

import { LOOPBACK_HOSTS } from '#shared/oauth/loopback.ts'

import type { Handler } from './loopback-server.ts'
import { parseRequestTarget } from './request-target.ts'
import { refuseUpgrade, type UpgradeHandler } from './upgrade.ts'

const DEFAULT_PORT = 80

/** Every way of writing this machine's loopback with the port, and the public host of an issuer behind a proxy. */
export function ownHosts(port: number, publicAddress?: string): ReadonlySet<string> {
  const hosts = LOOPBACK_HOSTS.flatMap((name) =>
    port === DEFAULT_PORT ? [name, `${name}:${port}`] : [`${name}:${port}`],
  )
  return new Set(publicAddress === undefined ? hosts : [...hosts, new URL(publicAddress).host])
}

export function guardHost(hosts: ReadonlySet<string>, handler: Handler): Handler {
  return (request, response) => {
    const refusal = checkHost(request, hosts)
    if (!refusal) return handler(request, response)
    response.writeHead(refusal.status, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    response.end(refusal.text)
  }
}

/** The same door for what asks to become a socket. */
export function guardUpgradeHost(hosts: ReadonlySet<string>, upgrade: UpgradeHandler): UpgradeHandler {
  return (request, socket, head) => {
    const refusal = checkHost(request, hosts)
    if (refusal) refuseUpgrade(socket, refusal.status, refusal.text)
    else upgrade(request, socket, head)
  }
}

interface Refusal {
  readonly status: number
  readonly text: string
}

/** Where the host is ours, the request goes on with a path for its address. */
function checkHost(request: IncomingMessage, hosts: ReadonlySet<string>): Refusal | undefined {
  const target = parseRequestTarget(request.url ?? '')
  if (!target)
    return badRequest('The first line of the request names no path. It should read as in: GET /jwks HTTP/1.1')
  // RFC 9112 section 3.2. Node takes the first; something in front may have taken the last.
  if (namesSeveralHosts(request)) return badRequest('The request names more than one Host.')
  if (target.host !== undefined) request.headers.host = target.host
  request.url = target.path
  return isOwnHost(request, hosts) ? undefined : misdirected(request, hosts)
}

function namesSeveralHosts({ rawHeaders }: IncomingMessage): boolean {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.length === 4 && /^host$/i.test(name)).length > 1
}

function isOwnHost({ headers }: IncomingMessage, hosts: ReadonlySet<string>): boolean {
  return headers.host !== undefined && hosts.has(headers.host.toLowerCase())
}

function badRequest(reason: string): Refusal {
  return { status: 400, text: `400 Bad Request\n\n${reason}\n` }
}

function misdirected(request: IncomingMessage, hosts: ReadonlySet<string>): Refusal {
  const sent = JSON.stringify(request.headers.host?.slice(0, 200) ?? '')
  const allowed = [...hosts].map((host) => `  ${host}`).join('\n')
  const text = `421 Misdirected Request\n\nHost ${sent} is not this server's. It answers to:\n${allowed}\n\nBehind a proxy, start it with --issuer and the address that applications use.\n`
  return { status: 421, text }
}

/**
 * With `--issuer` something stands in front: a proxy that ends TLS, a container's published port, a path on a shared
 * host. Whatever it passes on, addresses are made from the issuer's own, so nobody can choose them by a header.
 */
import type { IncomingMessage } from 'node:http'

export function presentAs(issuer: string): (request: IncomingMessage) => void {
  const { protocol, host, pathname } = new URL(issuer)
  const mount = pathname.replace(/\/$/, '')
  return (request) => {
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    request.headers['x-forwarded-host'] = host
    if (mount !== '') unmount(request, mount)
  }
}

const WELL_KNOWN = /^\/\.well-known\/(openid-configuration|oauth-authorization-server)/

/** A proxy may or may not have taken the path away; RFC 8414 section 3.1 puts it behind the well-known name instead. */
function unmount(request: IncomingMessage & { originalUrl?: string }, mount: string): void {
  const sent = request.url ?? '/'
  const [wellKnown] = WELL_KNOWN.exec(sent) ?? []
  const path =
    wellKnown !== undefined && sent.startsWith(`${wellKnown}${mount}`) ? wellKnown : withoutMount(sent, mount)
  request.originalUrl = `${mount}${path}`
  request.url = path
}

function withoutMount(path: string, mount: string): string {
  const inside = path === mount || path.startsWith(`${mount}/`) || path.startsWith(`${mount}?`)
  const rest = inside ? path.slice(mount.length) : path
  return rest.startsWith('/') ? rest : `/${rest}`
}

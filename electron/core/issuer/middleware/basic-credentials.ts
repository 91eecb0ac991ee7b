import type { Middleware } from 'koa'

import type { ClientMetadata } from '#shared/model/client.ts'

/**
 * RFC 6749 section 2.3.1 wants name and secret form-encoded inside Basic; many clients send them as they are. A secret
 * that matches as sent is encoded here, so that both kinds get in; one that does not is left for oidc-provider to judge.
 */
export function acceptUnencodedSecrets(findClient: (client_id: string) => ClientMetadata | undefined): Middleware {
  return (ctx, next) => {
    const header = ctx.get('authorization')
    if (ctx.method === 'POST' && /^basic /i.test(header)) {
      const [id, secret] = splitOnce(Buffer.from(header.slice(6), 'base64').toString('utf8'))
      const needsEncoding = /[%+ ]/.test(id + secret)
      if (needsEncoding && findClient(id)?.client_secret === secret) {
        ctx.req.headers.authorization = `Basic ${encodeCredentials(id, secret)}`
      }
    }
    return next()
  }
}

function splitOnce(credentials: string): [string, string] {
  const colon = credentials.indexOf(':')
  return colon === -1 ? [credentials, ''] : [credentials.slice(0, colon), credentials.slice(colon + 1)]
}

function encodeCredentials(id: string, secret: string): string {
  return Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')
}

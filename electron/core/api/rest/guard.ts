import type { Access } from '../access.ts'
import { Problem } from './problem.ts'

export interface Guard {
  assertOrigin(request: Request): void
  assertToken(request: Request): void
}

export function createGuard(access: Access): Guard {
  return {
    assertOrigin({ headers }) {
      const origin = headers.get('origin')
      // Programs send none. Pages do wherever it matters: nothing of the API is readable without the token.
      if (origin === null || access.isOwnOrigin(origin)) return
      throw new Problem(
        403,
        'Foreign origin',
        'A page from another origin cannot use the management API. Call it from a program, or from the playground’s own screens.',
      )
    },
    assertToken({ headers }) {
      const sent = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
      if (sent !== undefined && access.isToken(sent)) return
      throw new Problem(
        401,
        'Token needed',
        'Send authorization: Bearer with the token that the program printed when it started (valetkey serve --json: "token").',
        { headers: { 'www-authenticate': 'Bearer realm="Valet Key management API"' } },
      )
    },
  }
}

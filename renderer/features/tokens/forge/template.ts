import type { Parts } from './variations.ts'

/** An access token as this issuer makes them (RFC 9068 section 2.2), for an API that comes with the program. */
export function buildTemplate(issuer: string, now: number): Parts {
  return {
    header: { alg: 'RS256', typ: 'at+jwt' },
    claims: {
      iss: issuer,
      sub: 'alice',
      aud: 'https://organizer.test/api',
      client_id: 'my-todos',
      scope: 'openid read:tasks',
      iat: now,
      exp: now + 3600,
      jti: `forged-${now}`,
    },
  }
}

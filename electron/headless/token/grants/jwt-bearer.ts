import { SignJWT } from 'jose'

import { GRANT } from '#shared/oauth/protocol.ts'

import { importClientKey } from '../client-auth.ts'
import type { Session } from '../session.ts'
import { requestByParams } from './extension.ts'
import type { Grant } from './grant.ts'

/** RFC 7523 section 2.1. */
export const jwtBearer: Grant = {
  name: 'jwt-bearer',
  grantType: GRANT.jwtBearer,
  needsPerson: false,
  checkRequest: ({ assertion, clientKey }) =>
    assertion === undefined && clientKey === undefined
      ? 'jwt-bearer needs --assertion, or --client-key to make one about --user or the client itself'
      : undefined,
  async run(session) {
    const assertion = session.request.assertion ?? (await makeAssertion(session))
    return requestByParams(session, GRANT.jwtBearer, { assertion })
  },
}

async function makeAssertion({ request, as }: Session): Promise<string> {
  const { key, kid, alg } = await importClientKey(request.clientKey ?? { kty: '' }, as)
  return new SignJWT({})
    .setProtectedHeader({ alg, ...(kid !== undefined && { kid }) })
    .setIssuer(request.client)
    .setSubject(request.user ?? request.client)
    .setAudience(as.issuer)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(key)
}

import * as oauth from 'oauth4webapi'

import { GRANT } from '#shared/oauth/protocol.ts'

import { readTokens } from '../answer.ts'
import { commonParams } from '../session.ts'
import type { Grant } from './grant.ts'

export const clientCredentials: Grant = {
  name: 'client_credentials',
  grantType: GRANT.clientCredentials,
  needsPerson: false,
  checkRequest: () => undefined,
  async run(session) {
    const { as, client, auth, http, request } = session
    const response = await oauth.clientCredentialsGrantRequest(as, client, auth, commonParams(request), http)
    return readTokens(session, response, (it) => oauth.processClientCredentialsResponse(as, client, it))
  },
}

import * as oauth from 'oauth4webapi'

import { GRANT } from '#shared/oauth/protocol.ts'

import { readTokens } from '../answer.ts'
import { commonParams } from '../session.ts'
import type { Grant } from './grant.ts'

export const refreshToken: Grant = {
  name: 'refresh_token',
  grantType: GRANT.refreshToken,
  needsPerson: false,
  checkRequest({ refreshToken: given }) {
    return given === undefined
      ? 'the refresh_token grant needs --refresh-token, or "--refresh-token -" and it on standard input'
      : undefined
  },
  async run(session) {
    const { as, client, auth, http, request } = session
    const additionalParameters = commonParams(request)
    const token = request.refreshToken ?? ''
    const response = await oauth.refreshTokenGrantRequest(as, client, auth, token, { ...http, additionalParameters })
    return readTokens(session, response, (it) => oauth.processRefreshTokenResponse(as, client, it))
  },
}

import * as oauth from 'oauth4webapi'

import { readTokens } from '../answer.ts'
import { commonParams, type Session } from '../session.ts'
import type { TokenResponse } from '../token-request.ts'

/** A grant that is one request to the token endpoint, with parameters of its own. */
export async function requestByParams(
  session: Session,
  grantType: string,
  own: Readonly<Record<string, string | undefined>>,
): Promise<TokenResponse> {
  const { as, client, auth, http, request } = session
  const params = commonParams(request)
  for (const [name, value] of Object.entries(own)) if (value !== undefined) params.set(name, value)
  const response = await oauth.genericTokenEndpointRequest(as, client, auth, grantType, params, http)
  return readTokens(session, response, (it) => oauth.processGenericTokenEndpointResponse(as, client, it))
}

import { GRANT } from '#shared/oauth/protocol.ts'

import { requestByParams } from './extension.ts'
import type { Grant } from './grant.ts'

const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token'

/** RFC 8693. */
export const tokenExchange: Grant = {
  name: 'token-exchange',
  grantType: GRANT.tokenExchange,
  needsPerson: false,
  checkRequest: ({ subjectToken }) => (subjectToken === undefined ? 'token-exchange needs --subject-token' : undefined),
  run: (session) =>
    requestByParams(session, GRANT.tokenExchange, {
      subject_token: session.request.subjectToken,
      subject_token_type: session.request.subjectTokenType ?? ACCESS_TOKEN,
    }),
}

import { GRANT } from '#shared/oauth/protocol.ts'

import { requestByParams } from './extension.ts'
import type { Grant } from './grant.ts'

export const password: Grant = {
  name: 'password',
  grantType: GRANT.password,
  needsPerson: false,
  checkRequest({ user, password: given }) {
    if (user === undefined) return 'the password grant needs --user'
    return given === undefined ? 'the password grant needs --password or VALETKEY_PASSWORD' : undefined
  },
  run: (session) =>
    requestByParams(session, GRANT.password, { username: session.request.user, password: session.request.password }),
}

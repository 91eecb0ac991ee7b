import { setTimeout as after } from 'node:timers/promises'

import * as oauth from 'oauth4webapi'

import { ValetKeyError } from '#shared/errors.ts'
import { GRANT } from '#shared/oauth/protocol.ts'

import { readJson, readTokens } from '../answer.ts'
import { explainRefusal } from '../explain-refusal.ts'
import { commonParams, type Session } from '../session.ts'
import type { TokenResponse } from '../token-request.ts'
import type { Grant } from './grant.ts'
import { pollUntilAnswered } from './poll.ts'

/** RFC 8628. */
export const deviceCode: Grant = {
  name: 'device_code',
  grantType: GRANT.deviceCode,
  needsPerson: true,
  checkRequest: () => undefined,
  async run(session) {
    const device = await startDevice(session)
    session.person.tell(instructions(device))
    return pollUntilAnswered({
      ask: () => ask(session, device.device_code),
      interval: device.interval ?? 5,
      expiresIn: device.expires_in,
      wait: (seconds) => after(seconds * 1000, undefined, { signal: session.http.signal }),
    })
  },
}

async function startDevice(session: Session): Promise<oauth.DeviceAuthorizationResponse> {
  const { as, client, auth, http, request } = session
  if (as.device_authorization_endpoint === undefined) {
    throw new ValetKeyError(
      'refused',
      `${as.issuer} has no device_authorization_endpoint: it does not offer this grant.`,
    )
  }
  const response = await oauth.deviceAuthorizationRequest(as, client, auth, commonParams(request), http)
  if (!response.ok) throw explainRefusal(session, await readJson(response), response.status)
  return oauth.processDeviceAuthorizationResponse(as, client, response)
}

function instructions({
  verification_uri,
  verification_uri_complete,
  user_code,
}: oauth.DeviceAuthorizationResponse): string {
  const shortcut = verification_uri_complete === undefined ? '' : `\nOr open ${verification_uri_complete}`
  return `Open ${verification_uri} and enter the code ${user_code}${shortcut}`
}

async function ask(session: Session, device_code: string): Promise<TokenResponse> {
  const { as, client, auth, http } = session
  const response = await oauth.deviceCodeGrantRequest(as, client, auth, device_code, http)
  return readTokens(session, response, (it) => oauth.processDeviceCodeResponse(as, client, it))
}

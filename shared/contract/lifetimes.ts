import * as z from 'zod'

import { LIFETIME_DEFAULTS, type Lifetimes } from '#shared/model/settings.ts'

import { seconds } from './text.ts'

function lifetime(name: keyof Lifetimes, description: string) {
  return seconds.exactOptional().meta({ default: LIFETIME_DEFAULTS[name], description })
}

export const lifetimesSchema = z
  .strictObject({
    accessToken: lifetime('accessToken', 'Of an API that has no tokenLifetime of its own, and of tokens for UserInfo.'),
    idToken: lifetime('idToken', 'Of ID tokens.'),
    refreshToken: lifetime('refreshToken', 'Of refresh tokens.'),
    authorizationCode: lifetime('authorizationCode', 'Of authorization codes.'),
    deviceCode: lifetime('deviceCode', 'Of device codes and their user codes.'),
    session: lifetime('session', 'Of a sign-in at the issuer, since the browser was last seen there.'),
  })
  .meta({ id: 'lifetimes', title: 'Lifetimes', description: 'All in seconds.' })

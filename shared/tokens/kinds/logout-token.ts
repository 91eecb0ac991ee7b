import { backchannelLogout } from '#shared/teach/specs.ts'

import { isJsonObject } from '../json-object.ts'
import { ADVICE } from '../rules/advice.ts'
import {
  isType,
  notExpired,
  notFromTheFuture,
  requireAudience,
  requireIssuer,
  requireText,
  requireType,
  signed,
} from '../rules/members.ts'
import { broken, kept, type Rule, show } from '../rules/rule.ts'
import { type Kind, tell } from './kind.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
const SPEC = backchannelLogout('2.4')

const events: Rule = {
  id: 'events',
  title: 'events names the logout',
  spec: SPEC,
  check: ({ claims: { events: value } }) => {
    if (!isJsonObject(value) || !(EVENT in value)) return broken(`events has to have a member ${EVENT}.`)
    return isJsonObject(value[EVENT])
      ? kept('An object whose member names the event.')
      : broken(`The event has to be an object, and is ${show(value[EVENT])}.`)
  },
}

const whose: Rule = {
  id: 'sub-or-sid',
  title: 'it says whose session ends',
  spec: SPEC,
  check: ({ claims: { sub, sid } }) => {
    if (typeof sid === 'string') return kept('By sid: that one session.')
    return typeof sub === 'string'
      ? kept('By sub: all sessions of the user.')
      : broken('There is neither a sub nor a sid.')
  },
}

const noNonce: Rule = {
  id: 'nonce',
  title: 'there is no nonce',
  spec: SPEC,
  check: ({ claims: { nonce } }) =>
    nonce === undefined
      ? kept('So it cannot pass for an ID token.')
      : broken('It has a nonce, and could pass for an ID token.'),
}

export const logoutToken: Kind = {
  id: 'logout-token',
  title: 'Logout token',
  summary: 'Tells an application, from server to server, that a user’s session has ended.',
  spec: SPEC,
  context: 'logout token',
  recognise: ({ name, header, claims: { events: value }, isJwt }) =>
    tell(
      [isJwt && isType(header['typ'], 'logout+jwt'), 'its typ is logout+jwt'],
      [isJwt && isJsonObject(value) && EVENT in value, 'its events name a logout'],
      [isJwt && name === 'logout_token', 'it was called logout_token'],
    ),
  rules: [
    requireType('logout+jwt', SPEC, { isAdvice: true }),
    requireIssuer(SPEC),
    requireAudience(SPEC),
    notFromTheFuture(SPEC),
    notExpired(SPEC),
    requireText('jti', SPEC),
    events,
    whose,
    noNonce,
    signed(backchannelLogout('2.6')),
    ...ADVICE,
  ],
}

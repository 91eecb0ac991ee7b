import { core } from '#shared/teach/specs.ts'

import { ADVICE } from '../rules/advice.ts'
import { isText, notExpired, optional, requireAudience, requireIssuer, requireText, signed } from '../rules/members.ts'
import { type Rule, skip } from '../rules/rule.ts'
import { type Kind, tell } from './kind.ts'

const SPEC = core('5.3.2')
const PROFILE = [
  'name',
  'given_name',
  'family_name',
  'preferred_username',
  'nickname',
  'picture',
  'email',
  'phone_number',
  'address',
  'birthdate',
  'locale',
  'updated_at',
]

/** A plain answer has none of this: the connection vouches for it. */
function ifSigned(rule: Rule): Rule {
  return { ...rule, check: (subject) => (subject.isJwt ? rule.check(subject) : skip('It is not signed.')) }
}

export const userInfo: Kind = {
  id: 'user-info',
  title: 'UserInfo response',
  summary: 'What the issuer says of a user, to an application with an access token.',
  spec: SPEC,
  context: 'userinfo response',
  recognise: ({ claims, isJwt }) => {
    const has = (name: string) => claims[name] !== undefined
    return tell(
      [isJwt && has('sub') && !has('exp') && !has('scope') && PROFILE.some(has), 'it has claims of a user and no end'],
      [!isJwt && has('sub') && !has('active') && !has('exp') && !has('aud'), 'it has the claims of a user'],
    )
  },
  rules: [
    requireText('sub', SPEC, { why: 'An application has to compare it with that of the ID token.' }),
    ifSigned(requireIssuer(SPEC)),
    ifSigned(requireAudience(SPEC)),
    ifSigned(signed(SPEC)),
    {
      ...notExpired(SPEC),
      check: (subject) =>
        subject.claims['exp'] === undefined ? skip('It need not have one.') : notExpired(SPEC).check(subject),
    },
    optional('email', 'email is a text', core('5.1'), isText, 'a text'),
    optional('email_verified', 'email_verified is true or false', core('5.1'), isBoolean, 'true or false, and no text'),
    optional(
      'phone_number_verified',
      'phone_number_verified is true or false',
      core('5.1'),
      isBoolean,
      'true or false, and no text',
    ),
    optional(
      'updated_at',
      'updated_at is in seconds',
      core('5.1'),
      (value) => typeof value === 'number',
      'a number of seconds',
    ),
    ...ADVICE.map(ifSigned),
  ],
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean'
}

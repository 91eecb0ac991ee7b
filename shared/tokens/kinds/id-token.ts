import { core, fapi } from '#shared/teach/specs.ts'

import type { Hashes } from '../hashes.ts'
import { hashNameOf } from '../hashes.ts'
import { ADVICE } from '../rules/advice.ts'
import {
  audiencesOf,
  isText,
  isTexts,
  notExpired,
  notFromTheFuture,
  optional,
  requireAudience,
  requireIssuer,
  signed,
} from '../rules/members.ts'
import { advise, broken, kept, type Rule, show, skip } from '../rules/rule.ts'
import { type Kind, tell } from './kind.ts'

const sub: Rule = {
  id: 'sub',
  title: 'sub says who signed in',
  spec: core('2'),
  check: ({ claims: { sub: value } }) => {
    if (typeof value !== 'string' || value === '') return broken(`sub has to be a text, and is ${show(value)}.`)
    return value.length > 255 ? broken('sub is longer than 255 characters.') : kept(value)
  },
}

const azp: Rule = {
  id: 'azp',
  title: 'azp names the client where aud alone does not',
  spec: core('3.1.3.7'),
  check: ({ claims }) => {
    const [several, value] = [(audiencesOf(claims['aud']) ?? []).length > 1, claims['azp']]
    if (value !== undefined && typeof value !== 'string') return broken(`azp has to be a text, and is ${show(value)}.`)
    if (several && value === undefined)
      return advise('It is for several audiences, and does not say for which client it was made.')
    return value === undefined
      ? skip('It is for one audience, which is the client.')
      : kept(`${value}: compare it with your own client_id.`)
  },
}

const nonce: Rule = {
  id: 'nonce',
  title: 'nonce is the one that was sent',
  spec: core('3.1.3.7'),
  check: ({ claims: { nonce: value }, members }) => {
    const sent = members['nonce']
    if (value !== undefined && typeof value !== 'string')
      return broken(`nonce has to be a text, and is ${show(value)}.`)
    if (sent !== undefined && value !== sent)
      return broken(`${show(sent)} was sent, and ${show(value ?? 'none')} came back.`)
    if (sent !== undefined) return kept('Equal: this answer belongs to that question.')
    return value === undefined
      ? skip('None was sent, as far as can be seen from here.')
      : skip('Compare it with the one that your application kept.')
  },
}

/** The left half of the hash of what came along (OpenID Connect Core section 3.1.3.6). */
function halfHash(name: 'at_hash' | 'c_hash' | 's_hash', member: keyof Names, spec: Rule['spec']): Rule {
  const what = NAMES[member]
  return {
    id: name,
    title: `${name} is that of the ${what}`,
    spec,
    check: ({ header: { alg }, claims, members, hashes }) => {
      const [value, again] = [claims[name], (hashes satisfies Hashes)[name]]
      const isHere = members[member] !== undefined
      if (value === undefined)
        return skip(
          isHere
            ? `There is no ${name}; with a response of the token endpoint it may be left out.`
            : `There is no ${name}.`,
        )
      if (!isHere) return skip(`Paste the ${what} along with it, as the whole response, to have it made again.`)
      if (again === undefined) return skip(`No hash is agreed on for ${show(alg)}.`)
      const hash = hashNameOf(alg) ?? ''
      return value === again
        ? kept(`Left half of ${hash} of the ${what}, made again: equal.`)
        : broken(`Left half of ${hash} of the ${what} is ${again}: this is another ${what}.`)
    },
  }
}

interface Names {
  readonly access_token: string
  readonly code: string
  readonly state: string
}
const NAMES: Names = { access_token: 'access token', code: 'code', state: 'state' }

const SIGNS = ['nonce', 'at_hash', 'c_hash', 's_hash', 'auth_time', 'acr', 'amr', 'azp', 'sid']

export const idToken: Kind = {
  id: 'id-token',
  title: 'ID token',
  summary: 'Tells an application who has signed in. It opens no API.',
  spec: core('2'),
  context: 'ID token',
  recognise: ({ name, header, claims, isJwt }) => {
    const has = (member: string) => claims[member] !== undefined
    const sign = SIGNS.find(has)
    const isBase = isJwt && has('iss') && has('sub') && has('aud') && !has('scope') && !has('client_id')
    return tell(
      [isJwt && (name === 'id_token' || name === 'id_token_hint'), `it was called ${name}`],
      [isBase && sign !== undefined, `it has iss, sub, aud and ${sign}`],
      [
        isBase && has('iat') && has('exp') && claims['iss'] !== claims['sub'] && header['typ'] === undefined,
        'it has iss, sub, aud, iat and exp, and no scope',
      ],
    )
  },
  rules: [
    requireIssuer(core('2')),
    sub,
    requireAudience(core('2')),
    azp,
    notExpired(core('3.1.3.7')),
    notFromTheFuture(core('2')),
    signed(core('2')),
    nonce,
    halfHash('at_hash', 'access_token', core('3.1.3.6')),
    halfHash('c_hash', 'code', core('3.3.2.11')),
    halfHash('s_hash', 'state', fapi('5.1')),
    optional('auth_time', 'auth_time is in seconds', core('2'), (value) => typeof value === 'number', 'a number'),
    optional('acr', 'acr is a text', core('2'), isText, 'a text'),
    optional('amr', 'amr is a list of texts', core('2'), isTexts, 'a list of texts'),
    ...ADVICE,
  ],
}

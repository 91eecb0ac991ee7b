import { rfc } from '#shared/teach/specs.ts'

import { decodeJwt } from '../decode-jwt.ts'
import { isJsonObject } from '../json-object.ts'
import { ADVICE_WITH_KEY } from '../rules/advice.ts'
import { checkTime, isType, requireText, requireType, signedAsymmetrically } from '../rules/members.ts'
import { advise, broken, kept, type Rule, show, skip } from '../rules/rule.ts'
import { type Kind, tell } from './kind.ts'

const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'priv']
/** A proof is good for a moment; servers allow a few minutes. */
const FRESH = 300

const jwk: Rule = {
  id: 'jwk',
  title: 'jwk is the public key, and only that',
  spec: rfc(9449, '4.2'),
  check: ({ header: { jwk: key } }) => {
    if (!isJsonObject(key)) return broken('The header has no jwk, so nobody can check the proof.')
    const private_ = PRIVATE.filter((name) => name in key)
    if (private_.length > 0)
      return broken(`It holds the private part of the key (${private_.join(', ')}): the key is burnt.`)
    return kept(`${show(key['kty'])}${key['crv'] === undefined ? '' : `, ${show(key['crv'])}`}`)
  },
}

const htu: Rule = {
  id: 'htu',
  title: 'htu is the address, without query and fragment',
  spec: rfc(9449, '4.2'),
  check: ({ claims: { htu: value }, members }) => {
    if (typeof value !== 'string' || !URL.canParse(value))
      return broken(`htu has to be an address, and is ${show(value)}.`)
    const { search, hash } = new URL(value)
    if (search !== '' || hash !== '') return broken('It has a query or a fragment.')
    const asked = members['htu']
    if (asked === undefined) return kept(value)
    return bareAddress(asked) === bareAddress(value)
      ? kept('The address of the request that it came with.')
      : broken(`The request went to ${bareAddress(asked)}.`)
  },
}

/** Normalized as RFC 9449 section 4.3 asks for. */
function bareAddress(address: string): string {
  const url = new URL(address)
  url.search = ''
  url.hash = ''
  return url.href
}

const htm: Rule = {
  ...requireText('htm', rfc(9449, '4.2')),
  title: 'htm is the method of the request',
  check: ({ claims: { htm: value }, members }) => {
    if (typeof value !== 'string' || value === '') return broken(`htm has to be a method, and is ${show(value)}.`)
    const used = members['htm']
    return used === undefined || used === value ? kept(value) : broken(`The request was a ${used}, and not a ${value}.`)
  },
}

const iat: Rule = {
  id: 'iat',
  title: 'iat is a moment ago',
  spec: rfc(9449, '4.3'),
  check: ({ claims: { iat: value }, now }) => {
    if (value === undefined) return broken('There is no iat.')
    const wrong = checkTime('iat', value)
    if (wrong !== undefined) return wrong
    if (Number(value) > now + FRESH) return broken('It is from the future.')
    return Number(value) >= now - FRESH
      ? kept('It was made within the last minutes.')
      : advise('It was made a while ago: a server would refuse it now.')
  },
}

const ath: Rule = {
  id: 'ath',
  title: 'ath is that of the access token',
  spec: rfc(9449, '4.2'),
  check: ({ claims: { ath: value }, hashes, members }) => {
    if (members['access_token'] === undefined) {
      return value === undefined
        ? skip('At the token endpoint there is no access token yet.')
        : skip('Paste the request with its Authorization header to have it made again.')
    }
    if (value === undefined)
      return broken('There is an access token beside it, and no ath: the proof would go with any token.')
    return value === hashes.ath
      ? kept('SHA-256 of the access token, made again: equal.')
      : broken(`SHA-256 of the access token is ${hashes.ath}: it is a proof for another.`)
  },
}

const bound: Rule = {
  id: 'cnf',
  title: 'the access token is bound to its key',
  spec: rfc(9449, '6.1'),
  check: ({ members, hashes }) => {
    const cnf = decodeJwt(members['access_token'] ?? '')?.claims['cnf']
    if (!isJsonObject(cnf) || cnf['jkt'] === undefined)
      return skip('There is no access token beside it that names a key.')
    return cnf['jkt'] === hashes.jkt
      ? kept('cnf.jkt is the thumbprint of jwk.')
      : broken(`The access token is bound to ${show(cnf['jkt'])}, and jwk is ${hashes.jkt}.`)
  },
}

export const dpopProof: Kind = {
  id: 'dpop-proof',
  title: 'DPoP proof',
  summary:
    'Shows that whoever sends a request has the key that the access token is bound to. Made anew for each request.',
  spec: rfc(9449, '4.2'),
  context: 'DPoP proof',
  recognise: ({ name, header, claims, isJwt }) =>
    tell(
      [isJwt && isType(header['typ'], 'dpop+jwt'), 'its typ is dpop+jwt'],
      [isJwt && name === 'DPoP', 'it was in a DPoP header'],
      [isJwt && claims['htm'] !== undefined && claims['htu'] !== undefined, 'it has htm and htu'],
    ),
  rules: [
    requireType('dpop+jwt', rfc(9449, '4.2')),
    signedAsymmetrically(rfc(9449, '4.2')),
    jwk,
    requireText('jti', rfc(9449, '4.2'), { why: 'The proof could be used twice.' }),
    htm,
    htu,
    iat,
    ath,
    bound,
    ...ADVICE_WITH_KEY,
  ],
}

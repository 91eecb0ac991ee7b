import { rfc } from '#shared/teach/specs.ts'

import { ADVICE } from '../rules/advice.ts'
import { audiencesOf, checkTime, isType, requireText, requireType } from '../rules/members.ts'
import { advise, broken, kept, type Rule, show } from '../rules/rule.ts'
import { type Kind, tell } from './kind.ts'

const clientId: Rule = {
  id: 'client_id',
  title: 'client_id is that of the request',
  spec: rfc(9101, '5'),
  check: ({ claims: { client_id }, members }) => {
    if (typeof client_id !== 'string') return broken('There is no client_id.')
    const outside = members['client_id']
    return outside === undefined || outside === client_id
      ? kept(client_id)
      : broken(`Outside of it, client_id is ${show(outside)}.`)
  },
}

const nested: Rule = {
  id: 'nested',
  title: 'there is no request in it',
  spec: rfc(9101, '4'),
  check: ({ claims }) => {
    const inside = ['request', 'request_uri'].filter((name) => name in claims)
    return inside.length === 0
      ? kept('It holds the parameters themselves.')
      : broken(`It holds ${inside.join(' and ')}.`)
  },
}

const issuedBy: Rule = {
  id: 'iss',
  title: 'iss is the client',
  spec: rfc(9101, '4'),
  check: ({ claims: { iss, client_id } }) => {
    if (iss === undefined) return advise('There is no iss. What is signed should say by whom: the client_id.')
    return iss === client_id ? kept(show(iss)) : broken(`iss is ${show(iss)}, and client_id is ${show(client_id)}.`)
  },
}

const audience: Rule = {
  id: 'aud',
  title: 'aud is the issuer',
  spec: rfc(9101, '4'),
  check: ({ claims: { aud } }) => {
    const audiences = aud === undefined ? [] : audiencesOf(aud)
    if (audiences === undefined) return broken(`aud has to be a text or a list of texts, and is ${show(aud)}.`)
    return audiences.length === 0
      ? advise('There is no aud: another issuer would take it, too.')
      : kept(audiences.join(', '))
  },
}

const expiry: Rule = {
  id: 'exp',
  title: 'exp bounds it',
  spec: rfc(9101, '10.2'),
  check: ({ claims: { exp }, now }) => {
    if (exp === undefined) return advise('There is no exp: it could be sent again at any time.')
    return checkTime('exp', exp) ?? (Number(exp) > now ? kept('It has not passed yet.') : broken('It has passed.'))
  },
}

const subject: Rule = {
  id: 'sub',
  title: 'sub is not the client',
  spec: rfc(9101, '10.8'),
  check: ({ claims: { sub, client_id } }) =>
    sub !== undefined && sub === client_id
      ? broken('With the client as sub it could pass for a client assertion.')
      : kept('It cannot pass for a client assertion.'),
}

const signature: Rule = {
  id: 'alg',
  title: 'it is signed',
  spec: rfc(9101, '4'),
  check: ({ header: { alg } }) =>
    typeof alg !== 'string' || alg.toLowerCase() === 'none'
      ? broken('alg is none: it says no more than plain parameters would.')
      : kept(`By ${alg}.`),
}

export const requestObject: Kind = {
  id: 'request-object',
  title: 'Request object',
  summary: 'The parameters of an authorization request, signed by the client so that nobody changes them on the way.',
  spec: rfc(9101, '4'),
  context: 'request object',
  recognise: ({ name, header, claims, isJwt }) =>
    tell(
      [isJwt && isType(header['typ'], 'oauth-authz-req+jwt'), 'its typ is oauth-authz-req+jwt'],
      [isJwt && name === 'request', 'it was called request'],
      [isJwt && claims['response_type'] !== undefined, 'it has a response_type'],
    ),
  rules: [
    requireType('oauth-authz-req+jwt', rfc(9101, '10.8'), { isAdvice: true }),
    signature,
    clientId,
    requireText('response_type', rfc(9101, '4'), { isAdvice: true }),
    nested,
    issuedBy,
    audience,
    expiry,
    subject,
    ...ADVICE,
  ],
}

/** RFC 8725, JSON Web Token Best Current Practices: what every JWT is better without. */
import { rfc } from '#shared/teach/specs.ts'

import { checkTime } from './members.ts'
import { advise, broken, kept, type Rule, show, skip } from './rule.ts'

const secretAlg: Rule = {
  id: 'hmac',
  title: 'whoever checks it cannot make it',
  spec: rfc(8725, '2.1'),
  check: ({ header: { alg } }) =>
    typeof alg === 'string' && alg.startsWith('HS')
      ? advise(
          `${alg} uses one secret to sign and to check. A verifier that expects ${alg.replace('HS', 'RS')} and takes ` +
            'the algorithm from the header would check it with its public key as the secret, which everybody has.',
        )
      : skip('It does not use a shared secret.'),
}

const kidPath: Rule = {
  id: 'kid',
  title: 'kid is a name and nothing else',
  spec: rfc(8725, '3.10'),
  check: ({ header: { kid } }) => {
    if (kid === undefined) return skip('There is no kid.')
    if (typeof kid !== 'string') return broken(`kid has to be a text, and is ${show(kid)}.`)
    if (/\.\.[\\/]|^[\\/]|^file:|\0|%2e%2e/i.test(kid))
      return broken('kid looks like the path of a file: whoever looks keys up by it may read another.')
    return /['"`;]|--|\$\(|\|/.test(kid)
      ? broken('kid looks like a piece of a query or a command.')
      : kept('A plain name.')
  },
}

const foreignKeys: Rule = {
  id: 'foreign-keys',
  title: 'it does not bring the key to check it with',
  spec: rfc(8725, '3.10'),
  check: ({ header }) => {
    const brought = ['jku', 'x5u', 'jwk', 'x5c'].filter((name) => name in header)
    return brought.length === 0
      ? kept('The key has to come from what is known of the signer.')
      : advise(`The header has ${brought.join(' and ')}. A verifier that follows it takes any key that a sender likes.`)
  },
}

/** RFC 7797 and RFC 9701 aside, nobody defines any that is in use. */
const KNOWN_EXTENSIONS: readonly unknown[] = ['b64']

const critical: Rule = {
  id: 'crit',
  title: 'crit names what is there',
  spec: rfc(7515, '4.1.11'),
  check: ({ header }) => {
    const { crit } = header
    if (crit === undefined) return skip('There is no crit.')
    if (!Array.isArray(crit) || crit.length === 0)
      return broken('crit has to be a list of names, and not an empty one.')
    const missing = crit.filter((name) => typeof name !== 'string' || !Object.hasOwn(header, name))
    if (missing.length > 0) return broken(`crit names ${show(missing)}, which the header does not have.`)
    const unknown = crit.filter((name) => !KNOWN_EXTENSIONS.includes(name))
    return unknown.length === 0
      ? kept('Known extensions.')
      : advise(`Whoever does not know ${show(unknown)} must refuse it.`)
  },
}

const times: Rule = {
  id: 'times',
  title: 'times are in seconds',
  spec: rfc(7519, '2'),
  check: ({ claims }) => {
    const named = ['iat', 'nbf', 'exp', 'auth_time'].filter((name) => claims[name] !== undefined)
    if (named.length === 0) return skip('There are no times.')
    return (
      named.map((name) => checkTime(name, claims[name])).find((wrong) => wrong !== undefined) ?? kept(named.join(', '))
    )
  },
}

const notBefore: Rule = {
  id: 'nbf',
  title: 'nbf has passed',
  spec: rfc(7519, '4.1.5'),
  check: ({ claims: { nbf }, now }) => {
    if (typeof nbf !== 'number') return skip('There is no nbf.')
    return nbf <= now + 60 ? kept('It may be used.') : broken('It may not be used yet.')
  },
}

/** For every signed kind, after its own rules. */
export const ADVICE: readonly Rule[] = [secretAlg, kidPath, foreignKeys, critical, times, notBefore]

/** Where the key in the header is the very point. */
export const ADVICE_WITH_KEY: readonly Rule[] = ADVICE.filter((rule) => rule !== foreignKeys)

/** Of a JWT of no known kind. */
export const explicitType: Rule = {
  id: 'typ',
  title: 'typ says what kind it is',
  spec: rfc(8725, '3.11'),
  check: ({ header: { typ } }) =>
    typ === undefined || (typeof typ === 'string' && typ.toLowerCase() === 'jwt')
      ? advise('Nothing in the header says what the JWT is for, so one kind may pass for another.')
      : kept(show(typ)),
}

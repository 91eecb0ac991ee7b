/** Rules that many kinds of token have in common: a member is there and is what it has to be. */
import type { Link } from '#shared/teach/lesson.ts'

import { advise, broken, kept, type Rule, type RuleResult, show, skip, type Subject } from './rule.ts'

interface Options {
  /** What is lost without it; follows "It is missing". */
  readonly why?: string
  /** Left out, it is advice and no breach. */
  readonly isAdvice?: boolean
}

function miss(name: string, { why, isAdvice = false }: Options): RuleResult {
  const text = `There is no ${name}.${why === undefined ? '' : ` ${why}`}`
  return isAdvice ? advise(text) : broken(text)
}

export function requireText(name: string, spec: Link, options: Options = {}): Rule {
  return {
    id: name,
    title: `${name} is there`,
    spec,
    check: ({ claims }) => {
      const value = claims[name]
      if (value === undefined) return miss(name, options)
      return typeof value === 'string' && value !== ''
        ? kept(show(value))
        : broken(`${name} is no text: ${show(value)}.`)
    },
  }
}

/** RFC 7519 section 2, NumericDate: seconds, not milliseconds and no text. */
export function checkTime(name: string, value: unknown): RuleResult | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return broken(`${name} has to be a number of seconds since 1970, and is ${show(value)}.`)
  }
  return value > 1e11 ? broken(`${name} seems to be in milliseconds; it has to be in seconds.`) : undefined
}

export function requireTime(name: string, spec: Link, options: Options = {}): Rule {
  return {
    id: name,
    title: `${name} is there, in seconds`,
    spec,
    check: ({ claims }) => {
      const value = claims[name]
      if (value === undefined) return miss(name, options)
      return checkTime(name, value) ?? kept('A number of seconds since 1970.')
    },
  }
}

export function notExpired(spec: Link, options: Options = {}): Rule {
  return {
    id: 'exp',
    title: 'exp is there and has not passed',
    spec,
    check: ({ claims, now }) => {
      const { exp } = claims
      if (exp === undefined) return miss('exp', { why: 'It would be good for ever.', ...options })
      const wrong = checkTime('exp', exp)
      if (wrong !== undefined) return wrong
      return Number(exp) > now
        ? kept('It has not passed yet.')
        : broken('It has passed: whoever gets the token now must refuse it.')
    },
  }
}

/** Clocks differ by so much, in seconds. */
const LEEWAY = 60

export function notFromTheFuture(spec: Link, options: Options = {}): Rule {
  return {
    id: 'iat',
    title: 'iat is there and not in the future',
    spec,
    check: ({ claims, now }) => {
      const { iat } = claims
      if (iat === undefined) return miss('iat', options)
      const wrong = checkTime('iat', iat)
      if (wrong !== undefined) return wrong
      return Number(iat) <= now + LEEWAY
        ? kept('It was made before now.')
        : broken('It says that it was made in the future: a clock is wrong.')
    },
  }
}

/** RFC 7519 section 4.1.3: one, or a list of them. */
export function audiencesOf(aud: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
  const texts = list.filter((one): one is string => typeof one === 'string' && one !== '')
  return texts.length > 0 && texts.length === list.length ? texts : undefined
}

export function requireAudience(spec: Link, options: Options = {}): Rule {
  return {
    id: 'aud',
    title: 'aud says whom it is for',
    spec,
    check: ({ claims: { aud } }) => {
      if (aud === undefined) return miss('aud', { why: 'Anybody could take it for theirs.', ...options })
      const audiences = audiencesOf(aud)
      if (audiences === undefined) return broken(`aud has to be a text or a list of texts, and is ${show(aud)}.`)
      return kept(audiences.join(', '))
    },
  }
}

/** `expected` without `application/`, which a `typ` may leave out (RFC 7515 section 4.1.9). */
export function requireType(expected: string, spec: Link, options: Options = {}): Rule {
  return {
    id: 'typ',
    title: `typ is ${expected}`,
    spec,
    check: ({ header: { typ } }) => {
      if (isType(typ, expected)) return kept('No other kind of JWT can pass for it, nor it for another.')
      const text = typ === undefined ? 'There is no typ' : `typ is ${show(typ)}`
      const result = `${text}; with ${expected} no other kind of JWT could pass for it.`
      return options.isAdvice === true && typ === undefined ? advise(result) : broken(result)
    },
  }
}

export function isType(typ: unknown, expected: string): boolean {
  return typeof typ === 'string' && typ.toLowerCase().replace(/^application\//, '') === expected
}

export function signed(spec: Link): Rule {
  return {
    id: 'alg',
    title: 'it is signed',
    spec,
    check: ({ header: { alg }, isJwt }) => {
      if (!isJwt) return skip('It is no JWT: what vouches for it is the connection it came over.')
      if (typeof alg !== 'string' || alg === '') return broken('The header does not say by which algorithm.')
      return alg.toLowerCase() === 'none' ? broken('alg is none: anybody could have written it.') : kept(`By ${alg}.`)
    },
  }
}

/** Signed with a private key, so that whoever checks it could not have made it. */
export function signedAsymmetrically(spec: Link): Rule {
  return {
    ...signed(spec),
    title: 'it is signed with a private key',
    check: (subject: Subject) => {
      const { alg } = subject.header
      if (typeof alg === 'string' && alg.startsWith('HS')) return broken(`${alg} needs a secret that both sides share.`)
      return signed(spec).check(subject)
    },
  }
}

/** A member that may be missing, and if it is there has to be of this kind. */
export function optional(
  name: string,
  title: string,
  spec: Link,
  isRight: (value: unknown) => boolean,
  expected: string,
): Rule {
  return {
    id: name,
    title,
    spec,
    check: ({ claims }) => {
      const value = claims[name]
      if (value === undefined) return skip(`There is no ${name}, and there need not be one.`)
      return isRight(value) ? kept(show(value)) : broken(`${name} has to be ${expected}, and is ${show(value)}.`)
    },
  }
}

export function isText(value: unknown): boolean {
  return typeof value === 'string'
}

export function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText)
}

/** An issuer identifier: an address without query and fragment, by https unless it is on this machine. */
export function requireIssuer(spec: Link): Rule {
  return {
    id: 'iss',
    title: 'iss is the address of an issuer',
    spec,
    check: ({ claims: { iss } }) => {
      if (iss === undefined) return broken('There is no iss: nobody knows whose keys to check it with.')
      if (typeof iss !== 'string' || !URL.canParse(iss)) return broken(`iss has to be an address, and is ${show(iss)}.`)
      const { protocol, hostname, search, hash } = new URL(iss)
      if (search !== '' || hash !== '') return broken('An issuer’s address has neither a query nor a fragment.')
      if (protocol === 'https:') return kept(iss)
      const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.*\.localhost)$/.test(hostname)
      return protocol === 'http:' && isHere
        ? kept(`${iss}: http will do on one’s own machine, and nowhere else.`)
        : broken(`iss has to be an https address, and is ${show(iss)}.`)
    },
  }
}

import { nearest } from '#shared/contract/nearest.ts'
import { ValetKeyError } from '#shared/errors.ts'

import type { TokenOptions, ValetKeyOptions } from './valetkey.d.ts'

/** JavaScript has no compiler to tell: each member with what it has to be, in words, and the test of it. */
type Rule = readonly [expected: string, fits: (value: unknown) => boolean]
type Rules<Options> = Readonly<Record<keyof Options & string, Rule>>

const text = ['a text', (value: unknown) => typeof value === 'string' && value !== ''] as const
const texts = [
  'a text or a list of texts',
  (value: unknown) => [value].flat().every((one) => typeof one === 'string'),
] as const
const yesOrNo = ['true or false', (value: unknown) => typeof value === 'boolean'] as const
const port = [
  'a port from 0 to 65535',
  (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535,
] as const
const anObject = [
  'an object',
  (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
] as const

const OPTIONS: Rules<ValetKeyOptions> = {
  port,
  uiPort: port,
  data: text,
  config: ['an object or the path of a file', (value) => text[1](value) || anObject[1](value)],
  issuer: ['an http or https address without query or fragment', isIssuer],
  permissive: yesOrNo,
  screens: yesOrNo,
  onProblem: ['a function', (value) => typeof value === 'function'],
}

const TOKEN_OPTIONS: Rules<TokenOptions> = {
  client: text,
  clientSecret: text,
  clientKey: anObject,
  grant: text,
  scope: ['a text', (value) => typeof value === 'string'],
  resource: texts,
  audience: texts,
  user: text,
  password: text,
  refreshToken: text,
  subjectToken: text,
  subjectTokenType: text,
  assertion: text,
}

export function checkOptions(options: unknown): void {
  check('startValetKey', OPTIONS, options)
}

export function checkTokenOptions(options: unknown): void {
  check('token', TOKEN_OPTIONS, options)
  if (options instanceof Object && 'client' in options && options.client !== undefined) return
  throw bad('token: client is missing: whose token is it to be?')
}

function check(caller: string, rules: Readonly<Record<string, Rule>>, options: unknown): void {
  if (!anObject[1](options)) throw bad(`${caller}: found ${show(options)}, expected an object`)
  const byName = new Map(Object.entries(rules))
  for (const [name, value] of Object.entries(options ?? {})) {
    const [expected, fits] = byName.get(name) ?? refuseName(caller, name, rules)
    if (value !== undefined && !fits(value)) throw bad(`${caller}: ${name}: found ${show(value)}, expected ${expected}`)
  }
}

function refuseName(caller: string, name: string, rules: object): never {
  const meant = nearest(name, Object.keys(rules))
  const hint = meant === undefined ? `it takes ${Object.keys(rules).join(', ')}` : `did you mean ${meant}?`
  throw bad(`${caller}: there is no option ${JSON.stringify(name)}; ${hint}`)
}

function isIssuer(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value) || /[?#]/.test(value)) return false
  const { protocol, username } = new URL(value)
  return /^https?:$/.test(protocol) && username === ''
}

/** Secrets are among them, so of a text only the kind is said. */
function show(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value)
  if (value === '') return 'an empty text'
  return Array.isArray(value)
    ? 'a list'
    : `a ${typeof value}`.replace('a string', 'another text').replace('a object', 'an object')
}

function bad(message: string): ValetKeyError {
  return new ValetKeyError('bad_options', `${message}${/[.?]$/.test(message) ? '' : '.'}`)
}

import { ADDRESS_MEMBERS, type ClaimKind, PROTOCOL_CLAIMS, standardClaim } from './standard-claims.ts'

/**
 * What an application may stumble over. Nothing is refused for it: to see how an application takes a wrong claim is what
 * a playground is for.
 */
export function adviseClaim(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (PROTOCOL_CLAIMS.has(name)) return `${name} belongs to the protocol: no application gets this one.`
  if (value === '') return 'It is empty. OpenID Connect Core 5.3.2 asks to leave out a claim that has no value.'
  const claim = standardClaim(name)
  const advice = claim && CHECKS[claim.kind](value)
  if (advice !== undefined) return advice
  const { length } = JSON.stringify(value)
  return length > LONG ? `It is long (${length.toLocaleString('en')} characters) and travels in each token.` : undefined
}

/** Many servers take no more in all of their headers than twice that. */
const LONG = 4000

const CHECKS: Readonly<Record<ClaimKind, (value: unknown) => string | undefined>> = {
  text: (value) => notText(value),
  'yes-no': (value) =>
    typeof value === 'boolean' ? undefined : 'The standard has true or false here, not a text. Some issuers send one.',
  email: (value) => notText(value) ?? unless(/^[^\s@]+@[^\s@]+$/.test(String(value)), 'This is no e-mail address.'),
  web: (value) =>
    notText(value) ?? unless(isWeb(String(value)), 'This is no address that begins with https:// or http://.'),
  phone: (value) =>
    notText(value) ?? unless(/^\+[\d ().-]{4,}/.test(String(value)), 'E.164 is recommended: +1 202 555 0143.'),
  date: (value) =>
    notText(value) ??
    unless(isDate(String(value)), 'A birthdate is YYYY-MM-DD, YYYY alone, or 0000-MM-DD without the year.'),
  zone: (value) => notText(value) ?? unless(isZone(String(value)), 'No time zone has this name. One is Europe/Paris.'),
  locale: (value) => notText(value) ?? unless(isLocale(String(value)), 'This is no language tag. One is de-AT.'),
  seconds: (value) =>
    typeof value === 'number' ? undefined : 'The standard has a number here: seconds since 1970-01-01.',
  address: adviseAddress,
}

function adviseAddress(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'The standard has an object here, with formatted, street_address and so on.'
  }
  const known: ReadonlySet<string> = new Set(ADDRESS_MEMBERS)
  const wrong = Object.entries(value).find(([member, text]) => known.has(member) && typeof text !== 'string')
  return wrong && `${wrong[0]} is no text.`
}

function notText(value: unknown): string | undefined {
  return typeof value === 'string' ? undefined : 'The standard has a text here.'
}

function unless(isRight: boolean, advice: string): string | undefined {
  return isRight ? undefined : advice
}

function isWeb(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

function isDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  // A leap year stands in for the one that is not said.
  const whole = text.replace(/^0000/, '2000')
  const date = new Date(`${whole}T00:00:00Z`)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(whole)
}

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isLocale(text: string): boolean {
  try {
    // Some issuers write de_AT, which OpenID Connect Core 5.1 lets applications accept.
    return Intl.getCanonicalLocales(text.replaceAll('_', '-')).length === 1
  } catch {
    return false
  }
}

/** What a cookie is for, and what its attributes have the browser do. */
import type { CookieAttribute } from '../oauth/cookies.ts'
import type { Link } from './lesson.ts'
import { rfc } from './specs.ts'

export interface CookieWords {
  readonly summary: string
  readonly spec?: Link | undefined
}

const OWN: Readonly<Record<string, string>> = {
  session: 'Who is signed in at the issuer: with it, the next sign-in needs no password.',
  interaction: 'Ties the issuer’s pages to the browser that began: nobody else can go on with this sign-in.',
  resume: 'Leads back to the authorization request when the pages of the issuer are done.',
  approvals: 'Ties a form of the issuer to the browser that it was shown to.',
}

const NAME = /^valetkey_[a-z\d]+_(session|interaction|resume|approvals)(\.sig)?$/

/** The issuer's own; what another program keeps on this host is nothing of ours. */
export function explainCookie(name: string): CookieWords | undefined {
  const [, kind = '', signature] = NAME.exec(name) ?? []
  const summary = OWN[kind]
  if (summary === undefined) return undefined
  if (signature === undefined) return { summary, spec: rfc(6265, '4.1') }
  return {
    summary: `The signature of ${name.replace(/\.sig$/, '')}: another value than the issuer gave out is not taken.`,
  }
}

const SAME_SITE: Readonly<Record<string, string>> = {
  lax: 'Left out of what other sites send, but for a link that is followed: a redirect from an application still brings it.',
  strict: 'Left out of everything that another site began, a redirect from an application included.',
  none: 'Sent with requests of other sites, too; browsers take it with Secure alone.',
}

export function explainAttribute({ name, value = '' }: CookieAttribute): CookieWords | undefined {
  switch (name.toLowerCase()) {
    case 'path':
      return { summary: `Sent for addresses below ${value} alone.`, spec: rfc(6265, '5.1.4') }
    case 'domain':
      return { summary: `Sent to ${value} and to every name below it.`, spec: rfc(6265, '5.2.3') }
    case 'expires':
      return { summary: 'Kept until then.', spec: rfc(6265, '5.2.1') }
    case 'max-age':
      return { summary: 'Kept for so many seconds.', spec: rfc(6265, '5.2.2') }
    case 'secure':
      return { summary: 'Sent over https alone.', spec: rfc(6265, '5.2.5') }
    case 'httponly':
      return { summary: 'No script can read it.', spec: rfc(6265, '5.2.6') }
    case 'samesite':
      return { summary: SAME_SITE[value.toLowerCase()] ?? 'A value that browsers do not know: they take it for Lax.' }
    case 'partitioned':
      return { summary: 'Kept apart for each site that the page is framed by.' }
    case 'priority':
      return { summary: 'Which cookies a browser lets go first when there are too many.' }
    default:
      return undefined
  }
}

/** What is promised by its name alone. */
export function explainPrefix(name: string): string | undefined {
  if (name.startsWith('__Host-')) return 'By its name, it was set over https, for this host and the path / alone.'
  return name.startsWith('__Secure-') ? 'By its name, it was set over https.' : undefined
}

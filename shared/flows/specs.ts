import type { Link } from '../teach/lesson.ts'

/** A draft still, so it is linked to as a whole. */
export const OAUTH_2_1: Link = {
  label: 'OAuth 2.1',
  href: 'https://datatracker.ietf.org/doc/draft-ietf-oauth-v2-1/',
}

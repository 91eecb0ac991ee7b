import { hash } from 'node:crypto'

/** What stands for a token where the token itself has no business: in an address, or in what is kept of a forgery. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url')
}

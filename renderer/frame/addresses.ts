/** Addresses of what is shown inside a place. */

export function applicationAddress(client_id: string): string {
  return `/applications/${encodeURIComponent(client_id)}`
}

export function apiAddress(identifier: string): string {
  return `/apis/${encodeURIComponent(identifier)}`
}

export function userAddress(username: string): string {
  return `/users/${encodeURIComponent(username)}`
}

export function keyAddress(kid: string): string {
  return `/keys/${encodeURIComponent(kid)}`
}

export function referenceAddress(name: string): string {
  return `/reference/${encodeURIComponent(name)}`
}

export function conceptAddress(topic: string): string {
  return `/concepts/${encodeURIComponent(topic)}`
}

export function settingsAddress(section: string): string {
  return `/settings/${encodeURIComponent(section)}`
}

export function flowAddress(flow: string): string {
  return `/walkthroughs/${encodeURIComponent(flow)}`
}

export function runAddress(flow: string, run: string): string {
  return `${flowAddress(flow)}/${encodeURIComponent(run)}`
}

/** Of the exported walkthrough that was opened. */
export const LESSON_ADDRESS = '/walkthroughs/lesson'
export const ISSUERS_ADDRESS = '/walkthroughs/issuers'

export function issuerAddress(id: string): string {
  return `${ISSUERS_ADDRESS}/${encodeURIComponent(id)}`
}

export function exchangeAddress(id: number): string {
  return `/traffic/${id}`
}

/** One of the views of the tokens; without one, what reads a pasted token. */
export function tokensAddress(view?: string): string {
  return view === undefined ? '/tokens' : `/tokens/${encodeURIComponent(view)}`
}

/** A token that this issuer gave; by its id, which opens nothing. */
export function issuedTokenAddress(id: string): string {
  return `${tokensAddress('issued')}?token=${encodeURIComponent(id)}`
}

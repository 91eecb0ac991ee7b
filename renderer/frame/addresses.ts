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

export function grantAddress(id: string): string {
  return `/grants/${encodeURIComponent(id)}`
}

export const SESSIONS_ADDRESS = '/grants/sessions'

export function sessionAddress(id: string): string {
  return `${SESSIONS_ADDRESS}/${encodeURIComponent(id)}`
}

/** The browser of the playground; in a frame it takes the page that it is to show from its own address. */
export function browserAddress(page?: string): string {
  return page === undefined ? '/browser' : `/browser?address=${encodeURIComponent(page)}`
}

export const SCENARIOS_ADDRESS = '/scenarios'

export function scenarioAddress(id: string): string {
  return `${SCENARIOS_ADDRESS}/${encodeURIComponent(id)}`
}

export function changeAddress(id: string): string {
  return `/history/${encodeURIComponent(id)}`
}

/** What was changed of one thing. */
export function historyOfAddress(kind: string, entity: string): string {
  return `/history?${new URLSearchParams({ kind, entity }).toString()}`
}

/** A part of the management API's place. */
export function managementAddress(view: string): string {
  return `/management?view=${encodeURIComponent(view)}`
}

export function keyAddress(kid: string): string {
  return `/keys/${encodeURIComponent(kid)}`
}

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

export function settingsAddress(section: string): string {
  return `/settings/${encodeURIComponent(section)}`
}

export function flowAddress(flow: string): string {
  return `/walkthroughs/${encodeURIComponent(flow)}`
}

export function runAddress(flow: string, run: string): string {
  return `${flowAddress(flow)}/${encodeURIComponent(run)}`
}

export const ISSUERS_ADDRESS = '/walkthroughs/issuers'

export function issuerAddress(id: string): string {
  return `${ISSUERS_ADDRESS}/${encodeURIComponent(id)}`
}

export function exchangeAddress(id: number): string {
  return `/traffic/${id}`
}

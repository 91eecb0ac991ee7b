import { clientName, type ErrorInput } from './error-input.ts'
import type { Link } from './lesson.ts'

/**
 * Addresses of the screens. Each opens a screen with a change prepared there; nothing is changed by following it.
 */

export function trafficLink(input: ErrorInput): Link {
  return { label: 'See the request in Traffic', href: `${input.screens}/traffic` }
}

/** The application's own screen, with a value prepared: `add-redirect-uri`, `add-scope` and the like. */
export function applicationLink(
  input: ErrorInput,
  label: string,
  prepared: Readonly<Record<string, string>> = {},
): Link {
  return { label, href: `${input.screens}${applicationPath(input)}${query(prepared)}` }
}

export function openApplicationLink(input: ErrorInput): Link {
  const label = input.client === undefined ? 'See the applications' : `Open ${clientName(input)}`
  return applicationLink(input, label)
}

export function newApplicationLink(input: ErrorInput, label: string, prepared: Readonly<Record<string, string>>): Link {
  return { label, href: `${input.screens}/applications/new${query(prepared)}` }
}

export function apisLink(input: ErrorInput): Link {
  return { label: 'See the APIs and their scopes', href: `${input.screens}/apis` }
}

function applicationPath(input: ErrorInput): string {
  return input.client === undefined ? '/applications' : `/applications/${encodeURIComponent(input.client.client_id)}`
}

function query(prepared: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(prepared).map(([name, value]) => `${name}=${encode(value)}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** `encodeURIComponent` throws on half a surrogate pair, which a request may well carry. */
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed())
}

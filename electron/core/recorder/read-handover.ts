import type { Handover, RecordedResponse } from '#shared/model/exchange.ts'
import { contentType, findHeader } from '#shared/model/headers.ts'

import { unescapeHtml } from './read-html.ts'

const ANSWERS = ['code', 'access_token', 'id_token', 'response', 'error', 'state', 'iss']

/** What an answer of the issuer hands to the application: it is served elsewhere, so this is all that is seen of it. */
export function readHandover(response: RecordedResponse): Handover | undefined {
  const location = findHeader(response.headers, 'location')
  if (location !== undefined) return fromRedirect(location)
  return contentType(response.headers) === 'text/html' ? fromForm(response.body.text) : undefined
}

function fromRedirect(location: string): Handover | undefined {
  if (!URL.canParse(location)) return undefined
  const url = new URL(location)
  const fragment = new URLSearchParams(url.hash.slice(1))
  const via = hasAnswer(fragment) ? 'fragment' : 'query'
  const parameters = via === 'fragment' ? fragment : url.searchParams
  if (!hasAnswer(parameters)) return undefined
  return { url: withoutAnswer(url, via), via, parameters: Object.fromEntries(parameters) }
}

function withoutAnswer(url: URL, via: 'query' | 'fragment'): string {
  const bare = new URL(url)
  bare.hash = ''
  if (via === 'query') bare.search = ''
  return bare.href
}

const INPUT = /<input type="hidden" name="([^"]*)" value="([^"]*)"\/>/g
const FORM = /<form method="post" action="([^"]*)">/

/** The page of `form_post`, as oidc-provider writes it. */
function fromForm(html: string): Handover | undefined {
  const action = FORM.exec(html)?.[1]
  if (action === undefined || !URL.canParse(unescapeHtml(action))) return undefined
  const inputs = [...html.matchAll(INPUT)].map(([, name = '', value = '']) => [name, unescapeHtml(value)] as const)
  const parameters = Object.fromEntries(inputs)
  return ANSWERS.some((name) => name in parameters) && !('xsrf' in parameters)
    ? { url: unescapeHtml(action), via: 'form_post', parameters }
    : undefined
}

function hasAnswer(parameters: URLSearchParams): boolean {
  return ANSWERS.slice(0, 5).some((name) => parameters.has(name))
}

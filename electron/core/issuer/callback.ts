/**
 * The playground's own redirect address. It takes what an application would be handed, in either way that reaches a
 * server, and shows it; it redeems nothing.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Arrival } from '#shared/flows/flow.ts'
import { explain } from '#shared/teach/entries.ts'

import type { CallbackPage, Page, ParameterView } from './interactions/pages/page.ts'
import { renderPage } from './interactions/pages/render-page.tsx'

export interface CallbackOptions {
  /** The screens, which may frame the page. */
  readonly frameAncestors: readonly string[]
  /** Whether the screens are served beside it. */
  readonly hasScreens: boolean
  /** Of this address. */
  readonly origin: string
  /** Told of what has arrived before it is shown; a walkthrough may wait for it. */
  readonly onArrival: (arrival: Arrival) => Promise<void>
}

/** In bytes; far more than any answer of an issuer. */
const LONGEST_BODY = 256 * 1024
const MOST_SHOWN = 200
const METHODS = 'GET, HEAD, POST'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export function createCallback({ frameAncestors, hasScreens, origin, onArrival }: CallbackOptions): Handler {
  const links = hasScreens ? [{ label: 'See the request in Traffic', href: '/traffic' }] : []

  function send(response: ServerResponse, status: number, page: Page): void {
    const { html, contentSecurityPolicy } = renderPage(page, { frameAncestors })
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      ...(status === 405 && { allow: METHODS }),
    })
    response.end(html)
  }

  async function take(
    response: ServerResponse,
    url: URL,
    body: URLSearchParams = new URLSearchParams(),
  ): Promise<void> {
    const query = url.searchParams
    const isForm = body.size > 0
    const parameters = Object.fromEntries(isForm ? body : query)
    if (isForm || query.size > 0) await onArrival({ url: url.href, via: isForm ? 'form_post' : 'query', parameters })
    send(response, 200, describe(query, body, links))
  }

  return (request, response) => {
    const url = new URL(request.url ?? '/', origin)
    if (request.method === 'GET') void take(response, url)
    else if (request.method === 'HEAD') send(response, 200, describe(url.searchParams, [], links))
    else if (request.method !== 'POST') send(response, 405, NOT_SO)
    else if (!isForm(request)) send(response, 415, NO_FORM)
    else {
      readBody(request).then(
        (body) =>
          body === undefined ? send(response, 413, TOO_LARGE) : take(response, url, new URLSearchParams(body)),
        // Whoever hangs up in the middle waits for no answer.
        () => response.destroy(),
      )
    }
  }
}

function describe(query: Parameters, body: Parameters, links: CallbackPage['links']): CallbackPage {
  const [inQuery, inBody] = [[...query], [...body]]
  const shownQuery = inQuery.slice(0, MOST_SHOWN)
  const shownBody = inBody.slice(0, MOST_SHOWN)
  return {
    kind: 'callback',
    query: shownQuery.map(describeParameter),
    body: shownBody.map(describeParameter),
    leftOut: inQuery.length + inBody.length - shownQuery.length - shownBody.length,
    links,
  }
}

type Parameters = Iterable<[name: string, value: string]>

function describeParameter([name, value]: [string, string]): ParameterView {
  const entry = explain(name, { kind: 'parameter', context: 'authorization response' })
  return { name, value, meaning: entry?.summary }
}

function isForm({ headers }: IncomingMessage): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? '')
}

/** Undefined when it is too large. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk)
    size += chunk.length
    if (size > LONGEST_BODY) return undefined
  }
  return Buffer.concat(chunks).toString('utf8')
}

const NOT_SO = message(
  'This address is reached in another way',
  'An issuer’s answer comes by GET, or by POST as a form.',
)
const NO_FORM = message('This is no form', 'With response_mode=form_post, an issuer’s answer comes as a form.')
const TOO_LARGE = message('This is too large', 'No issuer’s answer is as long as what was sent here.')

function message(title: string, text: string): Page {
  return { kind: 'message', title, text: [[text]], links: [] }
}

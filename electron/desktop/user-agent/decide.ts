import { ValetKeyError } from '#shared/errors.ts'

import { parseCallback } from '../callback-address.ts'

export type Decision =
  | { readonly kind: 'allow' }
  /** The redirect address of a native client: not for a page, but for the program. */
  | { readonly kind: 'callback'; readonly url: string }
  /** `why`, in words, where it is the whole page that cannot go there. */
  | { readonly kind: 'refuse'; readonly why?: string }

const WEB = new Set(['http:', 'https:'])
/** What a page makes by itself, without leaving it. */
const WITHIN = new Set(['about:', 'blob:', 'data:'])

/** Where a page may take the user agent. Nothing here is ever handed to another program. */
export function decide({ url, isMainFrame }: { readonly url: string; readonly isMainFrame: boolean }): Decision {
  const target = URL.parse(url)
  if (target && WEB.has(target.protocol)) return { kind: 'allow' }
  const callback = parseCallback(url)
  if (callback !== undefined) return { kind: 'callback', url: callback }
  if (target && WITHIN.has(target.protocol) && (!isMainFrame || url === 'about:blank')) return { kind: 'allow' }
  return isMainFrame ? { kind: 'refuse', why: explainScheme(target) } : { kind: 'refuse' }
}

function explainScheme(target: URL | null): string {
  if (target === null) return 'The page led to something that is no address.'
  return `The page led to an address that begins with ${target.protocol} and belongs to another program. Only http and https are opened here.`
}

const HOST_FIRST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?(?:[/?#]|$)/i

/** What a person types or a screen hands over; without a scheme it is a host. */
export function parseTyped(typed: string): string {
  const text = typed.trim()
  const url = URL.parse(HOST_FIRST.test(text) ? `http://${text}` : text)
  if (url && WEB.has(url.protocol)) return url.href
  throw new ValetKeyError(
    'invalid',
    'This is no address that the user agent can open. It begins with http:// or https://.',
  )
}

import type { Draft } from '#shared/flows/flow.ts'
import type { Exchange } from '#shared/model/exchange.ts'

/** What whoever sends it adds by itself, or could not read the answer to. */
const ADDED = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding'])

/** The request as one that can be sent; undefined where it was none, or is not all there. */
export function toDraft({ request }: Pick<Exchange, 'request'>): Draft | undefined {
  const { method, url, headers, body } = request
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '') || body.encoding === 'base64' || body.truncated)
    return undefined
  return {
    method: method.toUpperCase(),
    url,
    headers: headers.filter(([name]) => !ADDED.has(name.toLowerCase())),
    ...(body.size > 0 && { body: body.text }),
  }
}

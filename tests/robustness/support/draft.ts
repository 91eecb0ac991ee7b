/** A request before it is bytes, in a shape that can be damaged piece by piece. */

export type Pair = readonly [name: string, value: string]

export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'form'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }

export interface Draft {
  readonly method: string
  readonly path: string
  readonly query: readonly Pair[]
  readonly headers: readonly Pair[]
  readonly body: Body
  /** How the values of query and form are written: as they should be, or as they are. */
  readonly encoding: 'percent' | 'raw'
}

export function get(
  path: string,
  query: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Draft {
  return {
    method: 'GET',
    path,
    query: Object.entries(query),
    headers: Object.entries(headers),
    body: { kind: 'none' },
    encoding: 'percent',
  }
}

export function post(
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Draft {
  return { ...get(path, {}, headers), method: 'POST', body: { kind: 'form', pairs: Object.entries(form) } }
}

export function sendJson(
  method: string,
  path: string,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Draft {
  return { ...get(path, {}, headers), method, body: { kind: 'json', value } }
}

export function basic(id: string, secret: string): { authorization: string } {
  return {
    authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
  }
}

/** The bytes that go over the socket; headers that the draft names itself are not added. */
export function toBytes(draft: Draft, host: string): Buffer {
  const body = bodyBytes(draft)
  const named = new Set(draft.headers.map(([name]) => name.toLowerCase()))
  const own: Pair[] = [
    ['host', host],
    ['connection', 'close'],
    ...(contentType(draft.body) ? [['content-type', contentType(draft.body)] as Pair] : []),
    ...(body.length > 0 || draft.method === 'POST' ? [['content-length', String(body.length)] as Pair] : []),
  ]
  const headers = [...own.filter(([name]) => !named.has(name)), ...draft.headers]
  const head = [
    `${draft.method} ${target(draft)} HTTP/1.1`,
    ...headers.map(([name, value]) => `${name}: ${onOneLine(value)}`),
    '',
    '',
  ]
  return Buffer.concat([Buffer.from(head.join('\r\n'), 'utf8'), body])
}

/** A target cannot contain what ends it; everything else may go as it is. */
function target({ path, query, encoding }: Draft): string {
  const search = query.length > 0 ? `?${encodePairs(query, encoding)}` : ''
  return `${path}${search}`.replaceAll(/[\r\n ]/g, '+')
}

function encodePairs(pairs: readonly Pair[], encoding: Draft['encoding']): string {
  const write =
    encoding === 'percent' ? (text: string) => encodeURIComponent(text.toWellFormed()) : (text: string) => text
  return pairs.map(([name, value]) => `${write(name)}=${write(value)}`).join('&')
}

function bodyBytes({ body, encoding }: Draft): Buffer {
  switch (body.kind) {
    case 'none':
      return Buffer.alloc(0)
    case 'form':
      return Buffer.from(encodePairs(body.pairs, encoding), 'utf8')
    case 'json':
      return Buffer.from(JSON.stringify(body.value) ?? 'null', 'utf8')
    case 'bytes':
      return Buffer.from(body.bytes)
  }
}

function contentType({ kind }: Body): string {
  if (kind === 'form') return 'application/x-www-form-urlencoded'
  return kind === 'json' ? 'application/json' : ''
}

function onOneLine(value: string): string {
  return value.replaceAll(/[\r\n]/g, ' ')
}

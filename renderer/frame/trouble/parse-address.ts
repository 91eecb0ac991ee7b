/** What a person pastes who was asked for the address that the program printed. */
export type Pasted =
  | { readonly kind: 'token'; readonly token: string }
  /** The screens of another program, or of this one on another port. */
  | { readonly kind: 'elsewhere'; readonly address: string }
  | { readonly kind: 'unreadable' }

/** As the program makes them: letters and digits that an address can carry. */
const TOKEN = /^[\w.~-]{16,}$/

export function parsePasted(text: string, origin: string): Pasted {
  const cleaned = text.trim().replace(/^["'<]+|["'>.,]+$/g, '')
  if (TOKEN.test(cleaned)) return { kind: 'token', token: cleaned }
  const fragment = /^#?(token=.+)$/.exec(cleaned)?.[1]
  return fragment === undefined ? parseAddress(cleaned, origin) : readFragment(fragment)
}

function parseAddress(text: string, origin: string): Pasted {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) return { kind: 'unreadable' }
  const found = readFragment(url.hash.slice(1))
  if (found.kind !== 'token') return found
  return url.origin === origin ? found : { kind: 'elsewhere', address: url.href }
}

function readFragment(fragment: string): Pasted {
  const token = new URLSearchParams(fragment).get('token') ?? ''
  return TOKEN.test(token) ? { kind: 'token', token } : { kind: 'unreadable' }
}

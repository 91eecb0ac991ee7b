/** A browser reduced to what a sign-in needs: cookies, redirects and the forms of the issuer's pages. */

export interface Page {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

export interface SignInChoices {
  readonly user?: string
  /** Scopes to untick on the consent page, by their name. */
  readonly without?: readonly string[]
  readonly deny?: boolean
  readonly skipSecondFactor?: boolean
}

export class UserAgent {
  readonly #cookies = new Map<string, { value: string; path: string; host: string }>()

  /** Follows redirects as long as they stay with the issuer, and gives back the page or the redirect that leaves it. */
  async open(url: string, init: RequestInit = {}): Promise<Page> {
    const issuer = new URL(url).origin
    let next: { url: string; init: RequestInit } = { url, init }
    for (let hops = 0; hops < 20; hops += 1) {
      const page = await this.fetch(next.url, next.init)
      const location = page.headers.get('location')
      if (page.status < 300 || page.status > 399 || location === null) return page
      const target = new URL(location, next.url)
      if (target.origin !== issuer) return { ...page, url: target.href }
      next = { url: target.href, init: {} }
    }
    throw new Error(`more than 20 redirects from ${url}`)
  }

  async fetch(url: string, init: RequestInit = {}): Promise<Page> {
    const headers = new Headers(init.headers)
    if (!headers.has('accept')) headers.set('accept', 'text/html')
    const cookie = this.#cookieHeader(new URL(url))
    if (cookie !== '') headers.set('cookie', cookie)
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    this.#keepCookies(new URL(url), response.headers.getSetCookie())
    return { url, status: response.status, headers: response.headers, body: await response.text() }
  }

  submit(page: Page, fields: Iterable<readonly [string, string]>, action = page.url): Promise<Page> {
    const body = new URLSearchParams([...fields].map(([name, value]) => [name, value]))
    const target = new URL(action, page.url)
    return this.open(target.href, { method: 'POST', body, headers: { origin: target.origin } })
  }

  /** Walks through sign-in, second factor and consent, whichever are shown; ends where the browser leaves the issuer. */
  async signIn(url: string, choices: SignInChoices = {}): Promise<Page> {
    let page = await this.open(url)
    for (let pages = 0; pages < 6 && isPrompt(page); pages += 1) page = await this.submit(page, answer(page, choices))
    return page
  }

  #cookieHeader(url: URL): string {
    const fitting = [...this.#cookies].filter(
      ([, { path, host }]) => host === url.hostname && url.pathname.startsWith(path),
    )
    return fitting.map(([name, { value }]) => `${name}=${value}`).join('; ')
  }

  #keepCookies(url: URL, cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split('; ')
      const [name = '', ...value] = pair.split('=')
      const path = attributes.find((attribute) => attribute.startsWith('path='))?.slice(5) ?? '/'
      if (/expires=Thu, 01 Jan 1970/i.test(cookie)) this.#cookies.delete(name)
      else this.#cookies.set(name, { value: value.join('='), path, host: url.hostname })
    }
  }
}

function isPrompt({ url, status }: Page): boolean {
  return status === 200 && /\/interaction\//.test(new URL(url).pathname)
}

function answer({ body }: Page, choices: SignInChoices): [string, string][] {
  if (body.includes('name="account"')) return [['account', choices.user ?? 'alice']]
  if (body.includes('name="code"')) {
    const code = /\b\d{3} ?\d{3}\b/.exec(textOf(body))?.[0] ?? ''
    return choices.skipSecondFactor
      ? [['action', 'skip']]
      : [
          ['code', code],
          ['action', 'verify'],
        ]
  }
  if (choices.deny) return [['action', 'deny']]
  const scopes = [...body.matchAll(/<input(?=[^>]*name="scope")[^>]*value="([^"]*)"/g)].map(([, key = '']) =>
    unescapeHtml(key),
  )
  const kept = [...new Set(scopes)].filter((key) => !choices.without?.includes(key.split(' ').at(-1) ?? ''))
  return [...kept.map((key): [string, string] => ['scope', key]), ['action', 'allow']]
}

export function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<style[\s\S]*?<\/style>/g, '').replaceAll(/<[^>]+>/g, ' ')).replaceAll(
    /\s+/g,
    ' ',
  )
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

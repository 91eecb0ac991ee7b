/** A browser in thirty lines: follows redirects, keeps cookies, signs in as the user, allows what is asked for. */
export async function signIn(address: string, user: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next: { url: URL; form?: URLSearchParams } = { url: new URL(address) }
  for (let requests = 0; requests < 20; requests += 1) {
    const response = await request(next.url, cookies, next.form)
    const location = response.headers.get('location')
    const page = await response.text()
    if (location !== null) next = { url: new URL(location, next.url) }
    else if (!next.url.pathname.startsWith('/interaction/')) return page
    else next = { url: next.url, form: answer(page, user) }
  }
  throw new Error(`${address} leads in circles`)
}

/** The sign-in page takes a user by name; the consent page, the scopes that stay ticked. */
function answer(page: string, user: string): URLSearchParams {
  if (page.includes('name="account"')) return new URLSearchParams({ account: user })
  const scopes = [...page.matchAll(/<input(?=[^>]*name="scope")[^>]*value="([^"]*)"/g)].map(([, scope = '']) => scope)
  return new URLSearchParams([...scopes.map((scope) => ['scope', scope]), ['action', 'allow']])
}

async function request(url: URL, cookies: Map<string, string>, form?: URLSearchParams): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { accept: 'text/html', cookie, ...(form && { origin: url.origin }) }
  const response = await fetch(url, { redirect: 'manual', headers, ...(form && { method: 'POST', body: form }) })
  for (const set of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
    if (value === '') cookies.delete(name)
    else cookies.set(name, value)
  }
  return response
}

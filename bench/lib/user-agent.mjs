// A browser reduced to what a sign-in needs: cookies, redirects, and the forms of both issuers' pages.
import { get, post } from './requests.mjs'

/** @typedef {import('./connection.mjs').Connection} Connection */

/**
 * Follows what the issuer answers from the first address to the redirect that leaves it, and gives back that.
 *
 * @param {Connection} connection
 * @param {string} origin
 * @param {string} path
 * @param {string} user
 */
export async function signIn(connection, origin, path, user) {
  const cookies = new Map()
  let request = { path, form: /** @type {[string, string][] | undefined} */ (undefined) }
  for (let steps = 0; steps < 12; steps += 1) {
    const headers = { accept: 'text/html', ...cookieHeader(cookies, request.path) }
    const answer = await connection.send(
      request.form === undefined
        ? get(origin, request.path, headers)
        : post(origin, request.path, new URLSearchParams(request.form), { origin, ...headers }),
    )
    keepCookies(cookies, answer.head)
    const location = /\r\nlocation: ([^\r]+)/i.exec(answer.head)?.[1]
    if (location === undefined) {
      if (answer.status !== 200) throw new Error(`${request.path} was answered with ${answer.status}`)
      request = { path: request.path, form: fillForm(answer.body, user) }
    } else {
      const target = new URL(location, origin)
      if (target.origin !== origin) return target
      request = { path: target.pathname + target.search, form: undefined }
    }
  }
  throw new Error(`the sign-in at ${path} did not come to its end`)
}

/**
 * The first three are the pages of Valet Key, the others those that oidc-provider brings for development.
 *
 * @param {string} page
 * @param {string} user
 * @returns {[string, string][]}
 */
function fillForm(page, user) {
  if (page.includes('name="account"')) return [['account', user]]
  const scopes = [...page.matchAll(/<input(?=[^>]*name="scope")[^>]*value="([^"]*)"/g)]
  if (scopes.length > 0) return [...scopes.map(([, scope = '']) => field('scope', scope)), ['action', 'allow']]
  if (page.includes('value="allow"')) return [['action', 'allow']]
  if (page.includes('value="login"'))
    return [
      ['prompt', 'login'],
      ['login', user],
      ['password', user],
    ]
  if (page.includes('value="consent"')) return [['prompt', 'consent']]
  throw new Error('the issuer showed a page without a form that is known here')
}

/**
 * @param {string} name
 * @param {string} value
 * @returns {[string, string]}
 */
function field(name, value) {
  return [name, value]
}

/**
 * @param {Map<string, { pair: string, path: string }>} cookies
 * @param {string} path
 * @returns {Record<string, string>}
 */
function cookieHeader(cookies, path) {
  const fitting = [...cookies.values()].filter((cookie) => path.startsWith(cookie.path))
  return fitting.length === 0 ? {} : { cookie: fitting.map(({ pair }) => pair).join('; ') }
}

/**
 * @param {Map<string, { pair: string, path: string }>} cookies
 * @param {string} head
 */
function keepCookies(cookies, head) {
  for (const [, pair = '', attributes = ''] of head.matchAll(/\r\nset-cookie: ([^;\r]+)([^\r]*)/gi)) {
    const path = /path=([^;]+)/i.exec(attributes)?.[1] ?? '/'
    const key = `${pair.slice(0, pair.indexOf('='))} ${path}`
    if (/expires=Thu, 01 Jan 1970/i.test(attributes)) cookies.delete(key)
    else cookies.set(key, { pair, path })
  }
}

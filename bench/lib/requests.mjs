// Requests as the bytes that go out.

/**
 * @param {string} origin
 * @param {string} path
 * @param {Record<string, string> | URLSearchParams} form
 * @param {Record<string, string>} [headers]
 */
export function post(origin, path, form, headers = {}) {
  const body = new URLSearchParams(form).toString()
  const own = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) }
  return `${head('POST', origin, path, { ...own, ...headers })}${body}`
}

/**
 * @param {string} origin
 * @param {string} path
 * @param {Record<string, string>} [headers]
 */
export function get(origin, path, headers = {}) {
  return head('GET', origin, path, headers)
}

/**
 * @param {string} method
 * @param {string} origin
 * @param {string} path
 * @param {Record<string, string>} headers
 */
function head(method, origin, path, headers) {
  const lines = Object.entries({ host: new URL(origin).host, ...headers }).map(([name, value]) => `${name}: ${value}`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}

/**
 * @param {string} id
 * @param {string} secret
 */
export function basic(id, secret) {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
}

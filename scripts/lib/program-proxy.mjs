/** What belongs to the program and not to the screens. */
const PATHS = ['/api', '/socket', '/callback']

/**
 * Hands these addresses on to the program, in the program's own name: it takes no other, and is not told to. What comes
 * from another origin keeps that, and the program refuses it as it would refuse it without a server in between.
 *
 * @param {string} program its origin
 * @returns {Record<string, import('vite').ProxyOptions>}
 */
export function proxyToProgram(program) {
  /** @type {import('vite').ProxyOptions} */
  const options = {
    target: program,
    changeOrigin: true,
    ws: true,
    configure(proxy) {
      proxy.on('proxyReq', (sent, request) => takeName(sent, request, program))
      proxy.on('proxyReqWs', (sent, request) => takeName(sent, request, program))
    },
  }
  return Object.fromEntries(PATHS.map((path) => [`^${path}(?:[/?]|$)`, options]))
}

/**
 * @param {Pick<import('node:http').ClientRequest, 'setHeader'>} sent
 * @param {Pick<import('node:http').IncomingMessage, 'headers'>} request
 * @param {string} program
 */
export function takeName(sent, { headers: { host, origin } }, program) {
  if (origin !== undefined && origin === `http://${host}` && isThisMachine(host)) sent.setHeader('origin', program)
}

/** @param {string | undefined} host */
function isThisMachine(host = '') {
  return /^(localhost|127\.0\.0\.1|\[::1\]):\d+$/.test(host)
}

// What the visitors of the cases do; the same requests go to both sides.
import { createHash, randomBytes } from 'node:crypto'
import { openConnection } from './connection.mjs'
import { basic, get, post } from './requests.mjs'
import { signIn } from './user-agent.mjs'

/** @typedef {import('./processes.mjs').Server} Server */
/** @typedef {import('./connection.mjs').Connection} Connection */

const MACHINE = { authorization: basic('bench', 'bench-secret') }
const WEB = { authorization: basic('bench-web', 'bench-web-secret') }
const CALLBACK = 'http://localhost:3999/callback'

/** @param {string} origin @param {string} api */
function tokenRequest(origin, api) {
  const form = { grant_type: 'client_credentials', scope: 'read', resource: `https://bench.test/${api}` }
  return post(origin, '/token', form, MACHINE)
}

/** @param {string} api */
export function askForTokens(api) {
  return async (/** @type {Server} */ { origin }) => {
    const request = tokenRequest(origin, api)
    return () => async (/** @type {Connection} */ connection) => (await connection.send(request)).status === 200
  }
}

/** Fewer than the thousand or so records that the peer's memory holds. */
const TOKENS = 200

/** @param {Server} server @param {number} [count] */
export async function makeOpaqueTokens({ origin }, count = TOKENS) {
  const connection = await openConnection(origin)
  const tokens = []
  while (tokens.length < count) {
    const { body } = await connection.send(tokenRequest(origin, 'opaque'))
    tokens.push(String(JSON.parse(body).access_token))
  }
  connection.close()
  return tokens
}

/** @param {string} origin @param {readonly string[]} tokens */
export function introspectEach(origin, tokens) {
  const requests = tokens.map((token) => post(origin, '/introspect', { token }, MACHINE))
  return walkThrough(requests, (body) => body.includes('"active":true'))
}

/** @param {Server} server */
export async function introspect(server) {
  return introspectEach(server.origin, await makeOpaqueTokens(server))
}

/** A sign-in leaves some ten records, so that a few more would be forgotten by the peer before they are used. */
const SIGNED_IN = 32

/** @param {Server} server */
export async function askUserInfo({ origin }) {
  const answers = await signInSome(origin, SIGNED_IN)
  const requests = answers.map(({ access_token }) =>
    get(origin, '/userinfo', { authorization: `Bearer ${access_token}` }),
  )
  return walkThrough(requests, (body) => body.includes('"sub":"alice"'))
}

/** Each connection has a family of refresh tokens to itself and uses the newest. */
export async function refresh(/** @type {Server} */ { origin }) {
  const answers = await signInSome(origin, 16)
  return (/** @type {number} */ index) => {
    let token = answers[index]?.refresh_token ?? ''
    return async (/** @type {Connection} */ connection) => {
      const form = { grant_type: 'refresh_token', refresh_token: token }
      const { status, body } = await connection.send(post(origin, '/token', form, WEB))
      if (status !== 200) return false
      const next = String(JSON.parse(body).refresh_token)
      const rotated = next !== token
      token = next
      return rotated
    }
  }
}

/** @param {Server} server */
export async function signInLikeBrowser({ origin }) {
  return () => async (/** @type {Connection} */ connection) => (await signInOnce(connection, origin)) !== undefined
}

/** @param {string} origin @param {number} count */
async function signInSome(origin, count) {
  const connection = await openConnection(origin)
  const answers = []
  while (answers.length < count) {
    const answer = await signInOnce(connection, origin)
    if (answer === undefined) throw new Error(`no sign-in came to its end at ${origin}`)
    answers.push(answer)
  }
  connection.close()
  return answers
}

/**
 * From the application's first redirect to the tokens, for a browser that has never been here.
 *
 * @param {Connection} connection
 * @param {string} origin
 * @returns {Promise<{ access_token: string, refresh_token: string } | undefined>}
 */
async function signInOnce(connection, origin) {
  const code_verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: 'bench-web',
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: 'openid profile email',
    state: randomBytes(8).toString('base64url'),
    nonce: randomBytes(8).toString('base64url'),
    code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const back = await signIn(connection, origin, `/authorize?${query.toString()}`, 'alice')
  const code = back.searchParams.get('code')
  if (code === null) return undefined
  const form = { grant_type: 'authorization_code', code, code_verifier, redirect_uri: CALLBACK }
  const { status, body } = await connection.send(post(origin, '/token', form, WEB))
  return status === 200 ? JSON.parse(body) : undefined
}

/**
 * One request after the other over all connections, from the start again after the last.
 *
 * @param {readonly string[]} requests
 * @param {(body: string) => boolean} isRight
 */
function walkThrough(requests, isRight) {
  let at = 0
  return () => async (/** @type {Connection} */ connection) => {
    const request = requests[(at += 1) % requests.length] ?? ''
    const { status, body } = await connection.send(request)
    return status === 200 && isRight(body)
  }
}

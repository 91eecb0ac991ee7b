// Fills a data folder with tokens and recorded exchanges, by the program's own store: node fill-store.mjs DIR TOKENS EXCHANGES
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { SETTINGS_DEFAULTS } from '#shared/model/settings.ts'
import { openStore } from '../../electron/core/store/open-store.ts'
import { openTrafficStore } from '../../electron/core/store/traffic/traffic-store.ts'

const BATCH = 10_000
const LONG = 365 * 24 * 3600

const [directory = '', tokens = '0', exchanges = '0'] = process.argv.slice(2)
await fillTokens(Number(tokens))
fillExchanges(Number(exchanges))

/** @param {number} count */
async function fillTokens(count) {
  const store = openStore({ directory })
  // More than will come, so that what is measured is the writing and not the making of room.
  store.settings.put({ ...SETTINGS_DEFAULTS, retention: { ...SETTINGS_DEFAULTS.retention, maxCount: 10_000_000 } })
  const now = Math.floor(Date.now() / 1000)
  for (let done = 0; done < count; done += BATCH) {
    store.transaction(() => {
      for (let number = done; number < Math.min(done + BATCH, count); number += 1) putToken(store, number, now)
    })
    await store.durable()
  }
  await store.durable()
  store.close()
}

/** What oidc-provider keeps of an opaque token of client_credentials. @param {import('../../electron/core/store/store.ts').Store} store @param {number} number @param {number} now */
function putToken(store, number, now) {
  const jti = createHash('sha256').update(`token ${number}`).digest('base64url')
  const payload = {
    iat: now,
    exp: now + LONG,
    aud: 'https://bench.test/opaque',
    scope: 'read',
    clientId: 'bench',
    kind: 'ClientCredentials',
    jti,
  }
  store.records.upsert('ClientCredentials', jti, payload, now + LONG)
}

/** @param {number} count */
function fillExchanges(count) {
  const traffic = openTrafficStore(join(directory, 'traffic.sqlite'))
  for (let done = 0; done < count; done += BATCH) {
    traffic.batch(() => {
      for (let number = done; number < Math.min(done + BATCH, count); number += 1) {
        const exchange = buildExchange(number)
        traffic.insert(exchange, `${exchange.url} ${exchange.request.body.text} ${exchange.response.body.text}`)
      }
    })
  }
  traffic.close()
}

/** @param {number} number */
function buildExchange(number) {
  const token = createHash('sha256').update(`token ${number}`).digest('base64url')
  const body = `grant_type=client_credentials&scope=read&resource=${encodeURIComponent('https://bench.test/opaque')}`
  const text = JSON.stringify({ access_token: token, expires_in: 3600, token_type: 'Bearer', scope: 'read' })
  return {
    direction: /** @type {const} */ ('in'),
    startedAt: Date.now() - number,
    duration: 3.5,
    endpoint: /** @type {const} */ ('token'),
    grantType: 'client_credentials',
    client_id: `bench-${number % 20}`,
    method: 'POST',
    url: 'http://localhost:4400/token',
    status: 200,
    request: {
      method: 'POST',
      url: 'http://localhost:4400/token',
      httpVersion: '1.1',
      headers: /** @type {[string, string][]} */ ([
        ['host', 'localhost:4400'],
        ['content-type', 'application/x-www-form-urlencoded'],
        ['authorization', 'Basic YmVuY2g6YmVuY2gtc2VjcmV0'],
      ]),
      body: { text: body, encoding: /** @type {const} */ ('utf8'), size: body.length, truncated: false },
    },
    response: {
      status: 200,
      statusText: 'OK',
      headers: /** @type {[string, string][]} */ ([
        ['content-type', 'application/json; charset=utf-8'],
        ['cache-control', 'no-store'],
        ['content-length', String(text.length)],
      ]),
      body: { text, encoding: /** @type {const} */ ('utf8'), size: text.length, truncated: false },
    },
    remote: { address: '127.0.0.1', port: 40_000 },
  }
}

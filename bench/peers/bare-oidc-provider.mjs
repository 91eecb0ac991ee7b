// The peer: oidc-provider as its documentation starts it, with what the cases need switched on. Its adapter in memory
// keeps about a thousand records and forgets what was used least lately; that work is part of what is measured.
import { generateKeyPairSync } from 'node:crypto'
import Provider, { errors } from 'oidc-provider'

/** @type {Record<string, { accessTokenFormat: 'opaque' | 'jwt', jwt?: { sign: { alg: 'RS256' | 'ES256' | 'EdDSA' } } }>} */
const APIS = {
  'https://bench.test/opaque': { accessTokenFormat: 'opaque' },
  'https://bench.test/rs256': { accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } },
  'https://bench.test/es256': { accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } },
  'https://bench.test/eddsa': { accessTokenFormat: 'jwt', jwt: { sign: { alg: 'EdDSA' } } },
}

const port = Number(process.argv[2] ?? 0)
const { default: http } = await import('node:http')
const server = http.createServer()
await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)))
const issuer = `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'bench',
      client_secret: 'bench-secret',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    },
    {
      client_id: 'bench-web',
      client_secret: 'bench-web-secret',
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: ['http://localhost:3999/callback'],
      response_types: ['code'],
    },
  ],
  cookies: { keys: ['bench'] },
  enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256', 'EdDSA'] },
  features: {
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo(_ctx, resource) {
        const api = APIS[resource]
        if (!api) throw new errors.InvalidTarget()
        return { scope: 'read', accessTokenTTL: 3600, ...api }
      },
    },
  },
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
  findAccount: (_ctx, sub) => ({
    accountId: sub,
    claims: () => ({ sub, name: 'Alice Adams', email: 'alice@bench.test', email_verified: true }),
  }),
  issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  jwks: {
    keys: [jwk('rsa', 'RS256'), jwk('ec', 'ES256'), jwk('ed25519', 'EdDSA')],
  },
  pkce: { required: () => true },
  routes: { introspection: '/introspect', userinfo: '/userinfo', authorization: '/authorize' },
})
const handle = provider.callback()
server.on('request', (request, response) => void handle(request, response))
process.stdout.write(`${JSON.stringify({ issuer })}\n`)
process.on('SIGTERM', () => process.exit(0))

/**
 * @param {'rsa' | 'ec' | 'ed25519'} type
 * @param {string} alg
 */
function jwk(type, alg) {
  const { privateKey } = makeKeyPair(type)
  return { ...privateKey.export({ format: 'jwk' }), alg, use: 'sig', kid: alg }
}

/** @param {'rsa' | 'ec' | 'ed25519'} type */
function makeKeyPair(type) {
  if (type === 'rsa') return generateKeyPairSync(type, { modulusLength: 2048 })
  return type === 'ec' ? generateKeyPairSync(type, { namedCurve: 'P-256' }) : generateKeyPairSync(type)
}

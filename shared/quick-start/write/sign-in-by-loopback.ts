/** A sign-in of a program that has no server of its own: it opens one for as long as it takes (RFC 8252). */
import type { AppFacts } from '../facts.ts'
import { askedFor } from './openid-client.ts'

/** Needs `client`, `config`, `createServer` and `REDIRECT_URI`; leaves `tokens`. */
export function signInByLoopback(facts: AppFacts): readonly string[] {
  const isPushed = facts.metadata['require_pushed_authorization_requests'] === true
  const { hasOpenid } = facts
  return [
    '// The port is free to choose (RFC 8252 section 7.3), so any that is not taken will do.',
    'const server = createServer()',
    `await new Promise((resolve) => server.listen(0, REDIRECT_URI.hostname.replace(/[[\\]]/g, ''), resolve))`,
    'REDIRECT_URI.port = server.address().port',
    '',
    'const pkceCodeVerifier = client.randomPKCECodeVerifier()',
    'const expectedState = client.randomState()',
    ...(hasOpenid ? ['const expectedNonce = client.randomNonce()'] : []),
    `const address = ${isPushed ? 'await client.buildAuthorizationUrlWithPAR' : 'client.buildAuthorizationUrl'}(config, {`,
    '  redirect_uri: REDIRECT_URI.href,',
    ...askedFor(facts, '  '),
    '  code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),',
    `  code_challenge_method: 'S256',`,
    '  state: expectedState,',
    ...(hasOpenid ? ['  nonce: expectedNonce,'] : []),
    '})',
    'console.log(`Open this address in a browser:\\n${address.href}`)',
    '',
    'const came = await new Promise((resolve) => {',
    `  server.on('request', (request, response) => {`,
    '    const url = new URL(request.url, REDIRECT_URI)',
    '    if (url.pathname !== REDIRECT_URI.pathname) return response.writeHead(404).end()',
    `    response.setHeader('connection', 'close')`,
    `    response.end('You can close this page and go back to the program.')`,
    '    resolve(url)',
    '  })',
    '})',
    'server.close()',
    '',
    'const tokens = await client.authorizationCodeGrant(config, came, {',
    '  pkceCodeVerifier,',
    '  expectedState,',
    ...(hasOpenid ? ['  expectedNonce,'] : []),
    '})',
  ]
}

export function showUser({ hasOpenid }: AppFacts): readonly string[] {
  return hasOpenid
    ? [`console.log('Signed in:', tokens.claims())`]
    : [`console.log('Got a token with the scope', tokens.scope)`]
}

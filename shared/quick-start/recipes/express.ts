import { writeString } from '../../flows/code/literals.ts'
import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtrasButPar, isNative, isPublic, lacksCode, lacksOpenid } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { secretFile } from '../write/env-file.ts'
import { askedFor, clientImports, discover, nodeRun, npmInstall, OPENID_CLIENT } from '../write/openid-client.ts'
import { lines } from '../write/text.ts'

export const express: Recipe = {
  id: 'express',
  title: 'Express with openid-client',
  summary: 'Node.js: pages from a server, sign-in by code and PKCE, tokens that never reach the browser.',
  misfit: firstOf(lacksCode, isNative, isPublic, lacksOpenid, hasExtrasButPar),
  build,
}

function build(facts: AppFacts): BuiltCode {
  const redirect = facts.chooseRedirect({ usual: 'http://localhost:3000/callback' })
  const { origin } = new URL(redirect.uri)
  return {
    files: [
      ...secretFile(facts),
      { path: 'server.mjs', language: 'javascript', code: writeServer(facts, redirect.uri) },
    ],
    install: npmInstall(facts, 'express@5', 'express-session@1', OPENID_CLIENT),
    run: nodeRun(facts, 'server.mjs'),
    opens: `${origin}/`,
    redirect,
  }
}

function writeServer(facts: AppFacts, redirect_uri: string): string {
  const { hostname, port, pathname } = new URL(redirect_uri)
  const host = hostname.replaceAll(/[[\]]/g, '')
  const isPushed = facts.metadata['require_pushed_authorization_requests'] === true
  const postLogout = facts.findPostLogout(redirect_uri)
  return lines(
    `import { randomBytes } from 'node:crypto'`,
    `import express from 'express'`,
    `import session from 'express-session'`,
    clientImports(facts),
    '',
    `const REDIRECT_URI = ${writeString(redirect_uri)}`,
    '',
    discover(facts),
    '',
    'const app = express()',
    'app.use(',
    '  session({',
    '    // Cookies are the same for all ports of a host, so each application needs a name of its own.',
    `    name: ${writeString(`session-${port || '80'}`)},`,
    `    secret: randomBytes(32).toString('hex'),`,
    '    resave: false,',
    '    saveUninitialized: false,',
    `    cookie: { httpOnly: true, sameSite: 'lax' },`,
    '  }),',
    ')',
    '',
    `app.get('/', (request, response) => {`,
    '  const { user } = request.session',
    `  if (!user) return response.send('<a href="/login">Sign in</a>')`,
    '  response.send(`',
    '    <h1>Hello, ${escape(user.name ?? user.sub)}</h1>',
    '    <pre>${escape(JSON.stringify(user, null, 2))}</pre>',
    facts.call !== undefined && '    <p><a href="/api">Call the API</a></p>',
    '    <p><a href="/logout">Sign out</a></p>`)',
    '})',
    '',
    `app.get('/login', async (request, response) => {`,
    '  const code_verifier = client.randomPKCECodeVerifier()',
    '  const asked = { code_verifier, state: client.randomState(), nonce: client.randomNonce() }',
    '  request.session.asked = asked',
    `  const address = ${isPushed ? 'await client.buildAuthorizationUrlWithPAR' : 'client.buildAuthorizationUrl'}(config, {`,
    '    redirect_uri: REDIRECT_URI,',
    askedFor(facts, '    '),
    '    code_challenge: await client.calculatePKCECodeChallenge(code_verifier),',
    `    code_challenge_method: 'S256',`,
    '    state: asked.state,',
    '    nonce: asked.nonce,',
    '  })',
    '  response.redirect(address.href)',
    '})',
    '',
    `app.get(${writeString(pathname)}, async (request, response) => {`,
    '  const { asked } = request.session',
    `  if (!asked) return response.redirect('/login')`,
    '  const came = new URL(request.originalUrl, REDIRECT_URI)',
    '  const tokens = await client.authorizationCodeGrant(config, came, {',
    '    pkceCodeVerifier: asked.code_verifier,',
    '    expectedState: asked.state,',
    '    expectedNonce: asked.nonce,',
    '  })',
    '  // A session that somebody else may have begun is not gone on with.',
    '  request.session.regenerate(() => {',
    '    request.session.user = tokens.claims()',
    '    request.session.tokens = { access_token: tokens.access_token, id_token: tokens.id_token }',
    `    response.redirect('/')`,
    '  })',
    '})',
    '',
    facts.call !== undefined && [...apiRoute(facts), ''],
    `app.get('/logout', (request, response) => {`,
    '  const id_token_hint = request.session.tokens?.id_token',
    '  request.session.destroy(() => {',
    `    if (!id_token_hint) return response.redirect('/')`,
    '    const address = client.buildEndSessionUrl(config, {',
    '      id_token_hint,',
    postLogout !== undefined && `      post_logout_redirect_uri: ${writeString(postLogout)},`,
    '    })',
    '    response.redirect(address.href)',
    '  })',
    '})',
    '',
    '// What went wrong, said in one place.',
    'app.use((error, request, response, next) => {',
    '  console.error(error)',
    '  response.status(500).send(`<p>${escape(error.error_description ?? error.message)}</p><a href="/">Back</a>`)',
    '})',
    '',
    'function escape(text) {',
    `  return String(text).replace(/[&<>"]/g, (letter) => \`&#\${letter.charCodeAt(0)};\`)`,
    '}',
    '',
    `app.listen(${port || '80'}, ${writeString(host)}, () => console.log(${writeString(`Open ${new URL(redirect_uri).origin}/`)}))`,
  )
}

function apiRoute({ call }: AppFacts): readonly string[] {
  return [
    `app.get('/api', async (request, response) => {`,
    '  const { tokens } = request.session',
    `  if (!tokens) return response.redirect('/login')`,
    `  const url = new URL(${writeString(call?.url ?? '')})`,
    `  const answer = await client.fetchProtectedResource(config, tokens.access_token, url, 'GET')`,
    `  response.status(answer.status).type('json').send(await answer.text())`,
    '})',
  ]
}

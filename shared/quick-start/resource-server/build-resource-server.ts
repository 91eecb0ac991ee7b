/** A Node resource server for an API: which token opens which route, checked the way its tokens are made. */
import { writeString } from '../../flows/code/literals.ts'
import type { Api } from '../../model/api.ts'
import type { BuiltCode, CodeFile } from '../quick-start.ts'
import { writeEnv } from '../write/env-file.ts'
import { lines } from '../write/text.ts'
import { listRoutes, type Route } from './routes.ts'

export const RESOURCE_SERVER_PORT = 4500

export interface ResourceServerWorld {
  readonly issuer: string
  /** Whose name the API asks the issuer in, where its tokens are opaque. */
  readonly client_id?: string | undefined
  readonly secret?: string | undefined
}

export function buildResourceServer(api: Api, world: ResourceServerWorld): BuiltCode {
  const isJwt = api.tokenFormat === 'jwt'
  return {
    files: [
      ...(isJwt ? [] : [envFile(world)]),
      {
        path: 'api.mjs',
        language: 'javascript',
        code: isJwt ? writeJwtServer(api, world) : writeOpaqueServer(api, world),
      },
    ],
    install: isJwt ? 'npm install express@5 jose@6' : 'npm install express@5',
    run: isJwt ? 'node api.mjs' : 'node --env-file=.env api.mjs',
  }
}

function envFile({ client_id, secret }: ResourceServerWorld): CodeFile {
  return {
    path: '.env',
    language: 'text',
    code: lines(
      '# The API asks the issuer about each token, and proves itself as an application with a secret.',
      writeEnv('CLIENT_ID', client_id ?? ''),
      secret === undefined && '# Shown in Valet Key: Applications, Settings, client_secret.',
      writeEnv('CLIENT_SECRET', secret ?? ''),
    ),
  }
}

function writeJwtServer(api: Api, { issuer }: ResourceServerWorld): string {
  return lines(
    `import express from 'express'`,
    `import { createRemoteJWKSet, errors, jwtVerify } from 'jose'`,
    '',
    constants(api, issuer),
    '',
    '// Fetched when the first token comes, kept, and fetched again for a key that is not among them.',
    'const keys = createRemoteJWKSet(new URL(`${ISSUER}/jwks`))',
    '',
    '/** RFC 9068 section 4: the signature, who gave it, whom it is for, until when, and that it is no ID token. */',
    'async function checkToken(token) {',
    '  try {',
    '    const { payload } = await jwtVerify(token, keys, {',
    '      issuer: ISSUER,',
    '      audience: API,',
    `      typ: 'at+jwt',`,
    `      algorithms: [${writeString(api.signingAlg)}],`,
    `      requiredClaims: ['exp', 'sub', 'client_id'],`,
    '    })',
    '    return payload',
    '  } catch (error) {',
    '    // The issuer cannot be reached: that is not the fault of the token.',
    '    if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) throw error',
    '    throw new Refused(error.message)',
    '  }',
    '}',
    '',
    rest(api),
  )
}

function writeOpaqueServer(api: Api, { issuer }: ResourceServerWorld): string {
  return lines(
    `import express from 'express'`,
    '',
    constants(api, issuer),
    '',
    '/** RFC 7662: the token says nothing, so the issuer is asked, each time. A revoked one stops at once. */',
    'async function checkToken(token) {',
    '  const pair = [process.env.CLIENT_ID, process.env.CLIENT_SECRET].map(encodeURIComponent).join(`:`)',
    '  const response = await fetch(`${ISSUER}/introspect`, {',
    `    method: 'POST',`,
    `    headers: { authorization: \`Basic \${Buffer.from(pair).toString('base64')}\` },`,
    `    body: new URLSearchParams({ token, token_type_hint: 'access_token' }),`,
    '  })',
    '  if (!response.ok) throw new Error(`The issuer answers with ${response.status}: ${await response.text()}`)',
    '  const claims = await response.json()',
    `  if (!claims.active) throw new Refused('it is unknown, expired or revoked')`,
    `  if (claims.iss !== ISSUER) throw new Refused('another issuer gave it')`,
    `  if (![claims.aud].flat().includes(API)) throw new Refused('it is for another API')`,
    '  return claims',
    '}',
    '',
    rest(api),
  )
}

function constants({ identifier }: Api, issuer: string): readonly string[] {
  return [
    `const ISSUER = ${writeString(issuer)}`,
    '// What tokens for this API carry in aud.',
    `const API = ${writeString(identifier)}`,
    `const PORT = process.env.PORT ?? ${RESOURCE_SERVER_PORT}`,
  ]
}

function rest(api: Api): readonly string[] {
  return [
    'class Refused extends Error {}',
    '',
    '/** RFC 6750 section 3: what is missing is said in the header, so that an application can act on it. */',
    'function refuse(response, status, error, description, scope) {',
    '  const parts = Object.entries({ error, error_description: description, scope })',
    '    .filter(([, value]) => value !== undefined)',
    `    .map(([name, value]) => \`\${name}="\${value.replace(/["\\\\]/g, "'")}"\`)`,
    `  response.status(status).set('www-authenticate', \`Bearer \${parts.join(', ')}\`.trim())`,
    '  response.json({ error, error_description: description })',
    '}',
    '',
    '/** For a route: a good token, and this scope in it. */',
    'function needs(scope) {',
    '  return async (request, response, next) => {',
    `    const [scheme, token] = (request.get('authorization') ?? '').split(' ')`,
    `    if (scheme.toLowerCase() !== 'bearer' || !token) return refuse(response, 401)`,
    '    try {',
    '      request.claims = await checkToken(token)',
    '    } catch (error) {',
    '      if (!(error instanceof Refused)) throw error',
    `      return refuse(response, 401, 'invalid_token', error.message)`,
    '    }',
    '    // A token that is bound to a key (RFC 9449) is no bearer token.',
    `    if (request.claims.cnf) return refuse(response, 401, 'invalid_token', 'it is bound to a key')`,
    `    if (scope && !(request.claims.scope ?? '').split(' ').includes(scope)) {`,
    `      return refuse(response, 403, 'insufficient_scope', 'this needs another scope', scope)`,
    '    }',
    '    next()',
    '  }',
    '}',
    '',
    'const app = express()',
    '',
    '// Applications in browsers come from other origins. The token is in a header, not in a cookie, so any may.',
    'app.use((request, response, next) => {',
    `  response.set('access-control-allow-origin', '*')`,
    `  response.set('access-control-allow-headers', 'authorization, content-type')`,
    `  response.set('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE')`,
    `  response.set('access-control-expose-headers', 'www-authenticate')`,
    `  if (request.method === 'OPTIONS') return response.status(204).end()`,
    '  next()',
    '})',
    '',
    ...listRoutes(api).flatMap(writeRoute),
    'app.use((error, request, response, next) => {',
    '  console.error(error)',
    `  response.status(503).json({ error: 'the token could not be checked' })`,
    '})',
    '',
    `app.listen(PORT, 'localhost', () => console.log(\`Listening on http://localhost:\${PORT}\`))`,
  ]
}

function writeRoute({ method, path, scope, description }: Route): readonly string[] {
  const need = scope === undefined ? 'needs()' : `needs(${writeString(scope)})`
  return [
    ...(description === undefined ? [] : [`// ${description}`]),
    `app.${method.toLowerCase()}(${writeString(path)}, ${need}, (request, response) => {`,
    '  const { sub, client_id, scope } = request.claims',
    '  response.json({ sub, client_id, scope })',
    '})',
    '',
  ]
}

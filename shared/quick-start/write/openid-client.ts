/** The parts that all code with openid-client (version 6) has in common. */
import { writeString } from '../../flows/code/literals.ts'
import type { AppFacts } from '../facts.ts'

export const OPENID_CLIENT = 'openid-client@6'

/** `npm install` with what the way of proving oneself needs besides. */
export function npmInstall({ method }: AppFacts, ...packages: readonly string[]): string {
  return ['npm install', ...packages, ...(method === 'private_key_jwt' ? ['jose@6'] : [])].join(' ')
}

/** `node`, with the file that has the secret. */
export function nodeRun({ method }: AppFacts, script: string): string {
  return method === 'none' ? `node ${script}` : `node --env-file=.env ${script}`
}

export function clientImports({ method }: AppFacts): readonly string[] {
  return [
    ...(method === 'private_key_jwt' ? [`import { readFile } from 'node:fs/promises'`] : []),
    ...(method === 'private_key_jwt' ? [`import { importJWK } from 'jose'`] : []),
    `import * as client from 'openid-client'`,
  ]
}

export function discover(facts: AppFacts, issuer = writeString(facts.issuer)): readonly string[] {
  const isPlain = facts.issuer.startsWith('http:')
  return [
    ...(facts.method === 'private_key_jwt'
      ? [`const key = JSON.parse(await readFile(process.env.PRIVATE_KEY_FILE, 'utf8'))`]
      : []),
    'const config = await client.discovery(',
    `  new URL(${issuer}),`,
    `  ${writeString(facts.client_id)},`,
    '  undefined,',
    `  ${authenticationOf(facts)},`,
    ...(isPlain
      ? ['  // The issuer runs on this machine, over plain http.', '  { execute: [client.allowInsecureRequests] },']
      : []),
    ')',
  ]
}

function authenticationOf({ method }: AppFacts): string {
  switch (method) {
    case 'none':
      return 'client.None()'
    case 'client_secret_basic':
      return 'client.ClientSecretBasic(process.env.CLIENT_SECRET)'
    case 'client_secret_post':
      return 'client.ClientSecretPost(process.env.CLIENT_SECRET)'
    case 'client_secret_jwt':
      return 'client.ClientSecretJwt(process.env.CLIENT_SECRET)'
    case 'private_key_jwt':
      return 'client.PrivateKeyJwt({ key: await importJWK(key, key.alg), kid: key.kid })'
  }
}

/** `scope` and `resource` as members of an object. */
export function askedFor({ scope, api }: AppFacts, level: string): readonly string[] {
  return [
    `${level}scope: ${writeString(scope.join(' '))},`,
    ...(api === undefined
      ? []
      : [`${level}// Whom the access token is for.`, `${level}resource: ${writeString(api.identifier)},`]),
  ]
}

/** Shows what the access token is good for. */
export function callApi({ call: read, toolCall, api }: AppFacts): readonly string[] {
  const call = read ?? toolCall
  if (call === undefined) {
    return api === undefined
      ? []
      : [
          `// ${api.identifier} takes the access token: Authorization: Bearer …`,
          `console.log('token_type:', tokens.token_type)`,
        ]
  }
  const body = call.body === undefined ? 'undefined' : writeString(call.body)
  const headers =
    call.body === undefined
      ? ''
      : `, new Headers({ 'content-type': 'application/json', accept: 'application/json, text/event-stream' })`
  return [
    `// ${call.title}`,
    `const answer = await client.fetchProtectedResource(config, tokens.access_token, new URL(${writeString(call.url)}), ${writeString(call.method)}, ${body}${headers})`,
    `console.log(answer.status, await answer.text())`,
  ]
}

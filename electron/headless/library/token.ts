import { ValetKeyError } from '#shared/errors.ts'

import worldMappers from '../../../resources/scenarios/world-mappers.json' with { type: 'json' }
import type { Core } from '../../core/create-core.ts'
import { findGrant, GRANTS } from '../token/grants/index.ts'
import type { Grant } from '../token/grants/grant.ts'
import { requestToken } from '../token/request-token.ts'
import type { TokenRequest } from '../token/token-request.ts'
import { checkTokenOptions } from './check-options.ts'
import { findClient, findUser } from './lookup.ts'
import type { JsonWebKeyPair, TokenOptions, TokenResponse } from './valetkey.d.ts'

/** A real grant over HTTP, with what the issuer knows filled in for what the caller left out. */
export async function token(core: Core, options: TokenOptions): Promise<TokenResponse> {
  checkTokenOptions(options)
  const grant = pickGrant(options.grant ?? 'client_credentials')
  const request = await buildRequest(core, options)
  const missing = grant.checkRequest(request)
  if (missing !== undefined)
    throw new ValetKeyError('bad_options', `token: ${missing.replaceAll(/--([\w-]+)/g, inCamelCase)}.`)
  return requestToken(grant, request, { tell: () => undefined, open: () => undefined })
}

function pickGrant(name: string): Grant {
  const grant = findGrant(name)
  if (grant !== undefined && !grant.needsPerson) return grant
  const names = GRANTS.filter(({ needsPerson }) => !needsPerson).map((known) => known.name)
  const reason = grant === undefined ? 'is no grant' : 'needs a person at a browser'
  throw new ValetKeyError('bad_options', `token: ${JSON.stringify(name)} ${reason}; there are ${names.join(', ')}.`)
}

async function buildRequest(core: Core, options: TokenOptions): Promise<TokenRequest> {
  return {
    issuer: core.issuer,
    client: options.client,
    ...(await proofOf(core, options)),
    scope: options.scope,
    resources: [options.resource ?? []].flat(),
    audiences: [options.audience ?? []].flat(),
    user: options.user,
    password: options.password ?? (await passwordOf(core, options)),
    refreshToken: options.refreshToken,
    subjectToken: options.subjectToken,
    subjectTokenType: options.subjectTokenType,
    assertion: options.assertion,
    insecureHttp: false,
  }
}

type Proof = Pick<TokenRequest, 'clientSecret' | 'clientKey' | 'authMethod'>

/** With a proof that the caller brought, the client need not be known: a test of the refusal wants just that. */
async function proofOf(core: Core, { client, clientSecret, clientKey }: TokenOptions): Promise<Proof> {
  const known = await findClient(core, client)
  if (clientKey !== undefined) return { clientKey: { ...clientKey } }
  const authMethod = known?.token_endpoint_auth_method
  if (clientSecret !== undefined)
    return { clientSecret, ...(authMethod?.startsWith('client_secret_') && { authMethod }) }
  if (known === undefined)
    throw new ValetKeyError('not_found', `token: the issuer has no client ${JSON.stringify(client)}.`)
  if (authMethod !== 'private_key_jwt') return { clientSecret: known.client_secret, authMethod }
  const seeded = SEEDED_KEYS[client]
  if (seeded !== undefined) return { clientKey: { ...seeded } }
  throw new ValetKeyError(
    'bad_options',
    `token: ${JSON.stringify(client)} signs with a private key, which the issuer does not have: give it as clientKey.`,
  )
}

const SEEDED_KEYS: Readonly<Record<string, JsonWebKeyPair>> = worldMappers.privateKeys

async function passwordOf(core: Core, { grant, user }: TokenOptions): Promise<string | undefined> {
  return grant === 'password' && user !== undefined ? (await findUser(core, user))?.password : undefined
}

/** Grants speak of the command's flags; here they are options. */
function inCamelCase(_flag: string, name: string): string {
  return name.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())
}

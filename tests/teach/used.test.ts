/** Nothing stands in the dictionary that nobody can come upon: each entry is met somewhere, or it is said where. */
import { errors } from 'oidc-provider'
import { beforeAll, expect, it } from 'vitest'

import { clientSchema } from '#shared/contract/client.ts'
import { ENDPOINTS, type Exchange } from '#shared/model/exchange.ts'
import type { EntryContext } from '#shared/teach/contexts.ts'
import { ENTRIES } from '#shared/teach/entries.ts'
import type { Entry } from '#shared/teach/entry.ts'

import { jwtBearerGrant } from '../../electron/core/issuer/grants/jwt-bearer.ts'
import { passwordGrant } from '../../electron/core/issuer/grants/password.ts'
import { tokenExchangeGrant } from '../../electron/core/issuer/grants/token-exchange.ts'
import people from '../../resources/scenarios/people.json' with { type: 'json' }
import { MET_ELSEWHERE } from './met-elsewhere.ts'
import { membersOf, scanExchange, scanToken, type Seen } from './scan.ts'
import { tour } from './tour.ts'

let met: ReadonlySet<string>

beforeAll(async () => {
  const { exchanges, tokens } = await tour()
  const names = [
    ...exchanges.flatMap((exchange) => [...scanExchange(exchange), ...scanInside(exchange)]),
    ...scanToken(tokens.id_token, 'ID token'),
    ...scanToken(tokens.hybrid, 'ID token'),
    ...scanToken(tokens.access_token, 'access token'),
    ...scanToken(tokens.exchanged, 'access token'),
    ...scanToken(tokens.bound, 'access token'),
    ...scanToken(tokens.signedAnswer, 'signed authorization response'),
    ...people.users.flatMap(({ claims }) => [
      ...place(Object.keys(claims), 'userinfo response'),
      ...place(Object.keys(claims.address), 'address claim'),
    ]),
    ...place(Object.keys(clientSchema.shape), 'client metadata'),
    ...(await whatTheIssuerTakes()),
  ]
  met = new Set([...names.map(keyOf), ...ENDPOINTS, ...whatTheIssuerRefusesWith()])
})

function isMet({ kind, name, where }: Entry): boolean {
  if (kind === 'endpoint' || kind === 'error') return met.has(name)
  return where.some((context) => met.has(keyOf({ name, context })))
}

function isSaid({ kind, name, where }: Entry): boolean {
  return MET_ELSEWHERE.some(
    ({ kind: said, where: place, names }) =>
      kind === said && (place === undefined || where.includes(place)) && names.includes(name),
  )
}

it('each entry is met by whoever uses the program', () => {
  const unmet = ENTRIES.filter((entry) => !isMet(entry) && !isSaid(entry))
  expect(unmet.map(({ kind, name, where }) => `${kind} ${name} (${where.join(', ')})`)).toEqual([])
})

it('nothing is said to be met elsewhere that has no entry, or is met here', () => {
  const stale = MET_ELSEWHERE.flatMap(({ kind, where, names }) =>
    names.filter((name) => {
      const entries = ENTRIES.filter(
        (entry) => entry.kind === kind && entry.name === name && (where === undefined || entry.where.includes(where)),
      )
      // Also for one that has no entry at all.
      return entries.every(isMet)
    }),
  )
  expect(stale).toEqual([])
})

/** Keys, proofs, challenges and problems, which stand inside a message. */
function scanInside({ endpoint, request, response }: Exchange): readonly Seen[] {
  const proofs = request.headers.flatMap(([name, value]) =>
    name.toLowerCase() === 'dpop' ? scanToken(value, 'DPoP proof') : [],
  )
  if (response === 'aborted') return proofs
  const challenges = response.headers.flatMap(([name, value]) =>
    name.toLowerCase() === 'www-authenticate' ? [...value.matchAll(/([\w-]+)="/g)].map(([, found = '']) => found) : [],
  )
  const keys = endpoint === 'jwks' ? (JSON.parse(response.body.text) as { readonly keys: readonly object[] }).keys : []
  const isProblem = response.headers.some(([, value]) => value.startsWith('application/problem+json'))
  return [
    ...proofs,
    ...place(challenges, 'WWW-Authenticate challenge'),
    ...place(keys.flatMap(Object.keys), 'key'),
    ...place(isProblem ? membersOf(response.body.text) : [], 'API response'),
  ]
}

async function whatTheIssuerTakes(): Promise<readonly Seen[]> {
  const { default: asked } = (await load('consts/param_list.js')) as { default: readonly string[] }
  const grants = ['authorization_code', 'ciba', 'client_credentials', 'device_code', 'refresh_token'].map(
    async (grant) => (await load(`actions/grants/${grant}.js`)) as { parameters: ReadonlySet<string> },
  )
  const parameters = [
    ...(await Promise.all(grants)).flatMap((grant) => [...grant.parameters]),
    ...[passwordGrant, tokenExchangeGrant, jwtBearerGrant].flatMap((grant) => [...grant.parameters]),
  ]
  return [...place([...asked], 'authorization request'), ...place(parameters, 'token request')]
}

function whatTheIssuerRefusesWith(): readonly string[] {
  return Object.values(errors)
    .filter((Failure) => typeof Failure === 'function' && Failure.prototype instanceof errors.OIDCProviderError)
    .map((Failure) => new (Failure as new (text: string) => { readonly error: string })('x').error)
}

function place(names: readonly string[], context: EntryContext): readonly Seen[] {
  return names.map((name) => ({ name, context }))
}

/** Names of headers have no case, and say the same on both sides. */
function keyOf({ name, context }: Seen): string {
  return context.startsWith('HTTP') ? `HTTP ${name.toLowerCase()}` : `${context} ${name}`
}

/** Behind the library's face, where no types are. */
function load(path: string): Promise<unknown> {
  const specifier = `oidc-provider/lib/${path}`
  return import(specifier)
}

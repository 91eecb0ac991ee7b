import { rfc } from '../teach/specs.ts'
import { readJson, readRefusal } from './answer.ts'
import { checkThat } from './checks.ts'
import type { Answer, Check, Context, JsonObject, Outcome } from './flow.ts'
import { learn } from './known.ts'
import { requestedScope } from './scope.ts'

const SECRETS = ['access_token', 'refresh_token', 'id_token']

const TAKEN = [
  'access_token',
  'token_type',
  'expires_in',
  'refresh_token',
  'id_token',
  'issued_token_type',
  'authorization_details',
] as const

/** Of the token endpoint, whatever the grant (RFC 6749 section 5). */
export async function processTokenAnswer(context: Context, answer: Answer, grant: string): Promise<Outcome> {
  const error = readRefusal(answer)
  if (error !== undefined) return { learned: {}, checks: [], error }
  const body = readJson(answer) ?? {}
  const objection = await context.tools.validateTokenAnswer(answer, grant, context.client)
  const values = Object.fromEntries(TAKEN.map((name) => [name, body[name]]))
  return {
    learned: learn(
      { ...values, scope: body['scope'] ?? (requestedScope(context.choice).join(' ') || undefined) },
      SECRETS,
    ),
    checks: [checkComplete(body), checkTokenType(body), checkLibrary(objection)],
  }
}

function checkComplete(body: JsonObject): Check {
  const found = ['access_token', 'token_type'].filter((name) => typeof body[name] === 'string')
  const comparison = {
    id: 'token-answer',
    title: 'There is an access token, and its type',
    spec: rfc(6749, '5.1'),
    otherwise: 'This is no answer of a token endpoint. Is the address right?',
  }
  return checkThat(comparison, found.length === 2, found.join(', ') || 'neither', 'access_token, token_type')
}

function checkTokenType({ token_type }: JsonObject): Check {
  const comparison = {
    id: 'token-type',
    title: 'The type of the token is one that the client knows',
    spec: rfc(6749, '7.1'),
    otherwise: 'A client must not use a token whose type it does not know: it would show it in the wrong way.',
  }
  const type = typeof token_type === 'string' ? token_type : 'nothing'
  // Names of types have no case (RFC 6749 section 5.1).
  return checkThat(comparison, ['bearer', 'dpop', 'n_a'].includes(type.toLowerCase()), type, 'Bearer or DPoP')
}

function checkLibrary(objection: string | undefined): Check {
  const comparison = {
    id: 'library',
    title: 'A client library takes the answer, too',
    spec: rfc(6749, '5.1'),
    otherwise: objection ?? '',
  }
  return checkThat(comparison, objection === undefined, objection ?? 'no objection', 'no objection')
}

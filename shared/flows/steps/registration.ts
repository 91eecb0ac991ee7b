/** Dynamic registration (RFC 7591). */
import type { ClientMetadata } from '../../model/client.ts'
import type { HeaderPair } from '../../model/exchange.ts'
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { isObject, readJson, readRefusal } from '../answer.ts'
import { authMethodOf } from '../authenticate.ts'
import { checkThat } from '../checks.ts'
import { endpointOf } from '../endpoints.ts'
import type { Answer, CallStep, Context, Draft, JsonObject, Outcome } from '../flow.ts'
import { learn } from '../known.ts'

const SECRETS = ['client_secret', 'registration_access_token', 'registered_client']

/** What the client says of itself; a copy of what it is registered with here, without its name and secret. */
export function buildMetadata({ client, redirect_uri }: Context): JsonObject {
  const { client_name = client.client_id, application_type, scope } = client
  const method = authMethodOf(client)
  return {
    client_name,
    redirect_uris: [redirect_uri],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: method === 'private_key_jwt' ? 'client_secret_basic' : method,
    ...(application_type !== undefined && { application_type }),
    ...(scope !== undefined && { scope }),
  }
}

/** As the answer to the registration has it. */
export function registeredClient({ known }: Context): ClientMetadata {
  const client = known['registered_client']?.value
  if (isObject(client) && typeof client['client_id'] === 'string') return { ...client, client_id: client['client_id'] }
  throw new Error('no step before this one has registered a client')
}

export const register: CallStep = {
  kind: 'call',
  id: 'register',
  title: 'Register',
  from: 'client',
  to: 'issuer',
  arrow: 'POST /register',
  answerArrow: '201 client_id',
  teach: {
    what: rich`The application tells the issuer what it is: its name, the addresses to come back to, the grants it wants. It gets a {client_id}, a secret if it can keep one, and a token to change its registration with.`,
    goesWrong: rich`Anyone can register under any name and picture. The consent page must not be taken for proof of who somebody is.`,
    specs: [rfc(7591, '3.1'), rfc(7591, '2'), rfc(7591, '5')],
  },
  build: (context) => buildJson('POST', endpointOf(context.issuer, 'registration_endpoint'), buildMetadata(context)),
  process(context, answer) {
    const comparison = {
      id: 'registered',
      title: 'There is a client_id',
      spec: rfc(7591, '3.2.1'),
      otherwise: 'The issuer has answered, and has registered nobody.',
    }
    return takeRegistration(context, answer, (body) => {
      const found = body['client_id']
      return [checkThat(comparison, typeof found === 'string', typeof found === 'string' ? found : 'nothing', 'a name')]
    })
  },
}

export function takeRegistration(
  context: Context,
  answer: Answer,
  check: (body: JsonObject) => Outcome['checks'],
): Outcome {
  const error = readRefusal(answer)
  if (error !== undefined) return { learned: {}, checks: [], error }
  const body = readJson(answer) ?? {}
  const before = context.known['registered_client']?.value
  const client = { ...(isObject(before) ? before : {}), ...body }
  const { client_secret, registration_access_token, registration_client_uri } = client
  const learned = { registered_client: client, client_secret, registration_access_token, registration_client_uri }
  return { learned: learn(learned, SECRETS), checks: check(body) }
}

export function buildJson(method: string, url: string, body: JsonObject, headers: readonly HeaderPair[] = []): Draft {
  const json: readonly HeaderPair[] = [
    ['content-type', 'application/json'],
    ['accept', 'application/json'],
  ]
  return { method, url, headers: [...json, ...headers], body: JSON.stringify(body, undefined, 2) }
}

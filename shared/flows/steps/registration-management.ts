/** What can be done with a registration (RFC 7592). */
import type { HeaderPair } from '../../model/exchange.ts'
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { expectRefusal, readRefusal } from '../answer.ts'
import { bearer } from '../bearer.ts'
import { checkEqual } from '../checks.ts'
import { buildGet } from '../draft.ts'
import type { CallStep, Context, JsonObject } from '../flow.ts'
import { knownText } from '../known.ts'
import { buildJson, registeredClient, takeRegistration } from './registration.ts'

export const readRegistration: CallStep = {
  kind: 'call',
  id: 'read-registration',
  title: 'Read the registration',
  from: 'client',
  to: 'issuer',
  arrow: 'GET registration_client_uri',
  answerArrow: 'metadata',
  teach: {
    what: rich`The registration has an address of its own, {registration_client_uri}, and the {registration_access_token} opens it. What comes back is what holds: the issuer may have changed or left out some of it.`,
    goesWrong: rich`Whoever has this token can put another {redirect_uri} in, and have the codes sent there. It is worth as much as a password.`,
    specs: [rfc(7592, '2.1'), rfc(7592, '5')],
  },
  build: (context) => buildGet(knownText(context, 'registration_client_uri'), {}, [management(context)]),
  process: (context, answer) => takeRegistration(context, answer, (body) => [checkSame(context, body)]),
}

/** Section 2.2: everything that was there is sent again, but for what only the issuer writes. */
export const updateRegistration: CallStep = {
  ...readRegistration,
  id: 'update-registration',
  title: 'Change the registration',
  arrow: 'PUT registration_client_uri',
  teach: {
    what: rich`A change sends everything again, with the new name in it: what is left out is taken away. The answer shows what holds from now on.`,
    goesWrong: rich`Sending only the new part removes the rest. And the issuer may give a new token with the answer: the old one is then no longer good.`,
    specs: [rfc(7592, '2.2')],
  },
  build(context) {
    const client = registeredClient(context)
    const kept = Object.entries(client).filter(([name]) => !WRITTEN_BY_ISSUER.includes(name))
    const body = { ...(Object.fromEntries(kept) as JsonObject), client_name: `${client.client_name ?? ''}, renamed` }
    return buildJson('PUT', knownText(context, 'registration_client_uri'), body, [management(context)])
  },
}

const WRITTEN_BY_ISSUER = [
  'registration_access_token',
  'registration_client_uri',
  'client_id_issued_at',
  'client_secret_expires_at',
]

export const deleteRegistration: CallStep = {
  ...readRegistration,
  id: 'delete-registration',
  title: 'Delete the registration',
  arrow: 'DELETE registration_client_uri',
  answerArrow: '204',
  teach: {
    what: rich`An application that is removed from a machine takes its registration with it: name, secret and management token are gone.`,
    goesWrong: rich`An issuer that everybody may register at fills up with the registrations of those who forget this.`,
    specs: [rfc(7592, '2.3')],
  },
  build: (context) => ({
    method: 'DELETE',
    url: knownText(context, 'registration_client_uri'),
    headers: [management(context)],
  }),
  process(_context, answer) {
    const error = readRefusal(answer)
    if (error !== undefined) return { learned: {}, checks: [], error }
    const comparison = {
      id: 'deleted',
      title: 'The issuer has deleted it',
      spec: rfc(7592, '2.3'),
      otherwise: 'Another status means that it may still be there.',
    }
    return { learned: {}, checks: [checkEqual(comparison, '204', `${answer.status}`)] }
  },
}

export const readDeleted: CallStep = {
  ...readRegistration,
  id: 'read-deleted',
  title: 'Find it gone',
  answerArrow: '401',
  teach: {
    what: rich`The same question as before, now about a client that is no more. The token was deleted with it, so it opens nothing.`,
    goesWrong: rich`A {404} here would tell strangers which names exist. The standard wants {401} for both.`,
    specs: [rfc(7592, '2.1')],
  },
  process: (_context, answer) =>
    expectRefusal(answer, {
      id: 'gone',
      title: 'The management token is no longer good',
      spec: rfc(7592, '2.1'),
      status: [401],
      otherwise: 'The registration is still there, or it was refused for another reason.',
    }),
}

function checkSame(context: Context, body: JsonObject) {
  const comparison = {
    id: 'same-client',
    title: 'client_id is the one that was given',
    spec: rfc(7592, '3'),
    otherwise: 'This is the registration of somebody else.',
  }
  const found = body['client_id']
  return checkEqual(comparison, registeredClient(context).client_id, typeof found === 'string' ? found : undefined)
}

function management(context: Context): HeaderPair {
  return bearer(context, 'registration_access_token')
}

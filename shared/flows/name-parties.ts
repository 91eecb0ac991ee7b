/** What those who take part in a walkthrough are called. */
import type { OutsideIssuer } from '../model/outside-issuer.ts'
import type { Names } from '../sequence/build-sequence.ts'
import type { Choice } from './flow.ts'
import { SOMEBODY } from './outside.ts'

export const ACTOR_NAMES: Names = {
  user: 'User',
  browser: 'Browser',
  client: 'Application',
  issuer: 'Issuer',
  api: 'API',
}

export interface KnownParties {
  /** Of the application, as people call it. */
  readonly client?: string | undefined
  readonly api?: { readonly name: string } | undefined
  readonly user?: NamedUser | undefined
}

export interface NamedUser {
  readonly username: string
  readonly claims: Readonly<Record<string, unknown>>
}

/** One that is not there any more is called by its id. */
export function nameParties({ client_id, user }: Choice, known: KnownParties): Names {
  return {
    ...ACTOR_NAMES,
    user: known.user === undefined ? user : firstName(known.user),
    client: known.client ?? client_id,
    ...(known.api !== undefined && { api: known.api.name }),
  }
}

/** At an issuer that runs elsewhere nobody but the person knows who signs in. */
export function nameOutsideParties({ client_id, api, user }: Choice, outside: OutsideIssuer | undefined): Names {
  const client = outside?.clients.find((item) => item.client_id === client_id)
  return {
    ...ACTOR_NAMES,
    user: user === SOMEBODY ? ACTOR_NAMES.user : user,
    client: client?.client_name ?? client_id,
    ...(outside && { issuer: hostOf(outside.issuer) }),
    ...(api !== undefined && { api: outside?.api?.name ?? hostOf(api) }),
  }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}

export function firstName({ username, claims }: NamedUser): string {
  const { given_name, name } = claims
  if (typeof given_name === 'string' && given_name !== '') return given_name
  const [first = ''] = typeof name === 'string' ? name.split(' ') : []
  return first === '' ? username : first
}

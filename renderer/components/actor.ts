/** The five who take part. Their colours mean them and nothing else. */
export type Actor = 'user' | 'browser' | 'client' | 'issuer' | 'api'

export const ACTOR_NAMES: Readonly<Record<Actor, string>> = {
  user: 'User',
  browser: 'Browser',
  client: 'Application',
  issuer: 'Issuer',
  api: 'API',
}

export const ACTOR_GROUNDS: Readonly<Record<Actor, string>> = {
  user: 'bg-user',
  browser: 'bg-browser',
  client: 'bg-client',
  issuer: 'bg-issuer',
  api: 'bg-api',
}

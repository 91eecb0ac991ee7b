/** The five who take part. Their colours mean them and nothing else. */
export const ACTORS = ['user', 'browser', 'client', 'issuer', 'api'] as const
export type Actor = (typeof ACTORS)[number]

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

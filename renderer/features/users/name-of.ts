import type { UserView } from '#shared/contract/calls/users.ts'

export function nameOf({ username, claims }: Pick<UserView, 'username' | 'claims'>): string {
  const { name } = claims
  return typeof name === 'string' && name !== '' ? name : username
}

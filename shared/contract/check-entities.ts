import type { ApiFile } from './api.ts'
import { buildFinding, explainPath, quote, type Finding, type Path } from './finding.ts'
import type { Placed } from './pick-valid.ts'
import type { UserFile } from './user.ts'

export function checkUnique<Entity>(
  all: readonly Placed<Entity>[],
  key: (entity: Entity) => string,
  member: string,
): readonly Finding[] {
  const first = new Map<string, Path>()
  return all.flatMap(({ entity, path }) => {
    const id = key(entity)
    const before = first.get(id)
    if (before === undefined) {
      first.set(id, path)
      return []
    }
    const found = `${quote(id)} again, after ${explainPath(before)}`
    return [buildFinding([...path, member], found, `each ${member} once`)]
  })
}

export function checkUser({ entity, path }: Placed<UserFile>): readonly Finding[] {
  const { claims = {} } = entity
  return [
    ...(Object.hasOwn(claims, 'sub')
      ? [buildFinding([...path, 'claims', 'sub'], 'a sub claim', 'none, since the username is the sub')]
      : []),
    ...(Object.hasOwn(claims, '') ? [buildFinding([...path, 'claims', ''], 'a claim without a name', 'a name')] : []),
  ]
}

export function checkApi({ entity, path }: Placed<ApiFile>): readonly Finding[] {
  const scopes = (entity.scopes ?? []).map((scope, index) => ({ entity: scope, path: [...path, 'scopes', index] }))
  const reserved = scopes.filter(({ entity: { name } }) => name === 'openid' || name === 'offline_access')
  return [
    ...checkUnique(scopes, ({ name }) => name, 'name'),
    ...reserved.map((scope) =>
      buildFinding(
        [...scope.path, 'name'],
        quote(scope.entity.name),
        'another name: this one belongs to OpenID Connect',
      ),
    ),
  ]
}

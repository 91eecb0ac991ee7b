/** The topics of the start page, in the order in which somebody reads them who has never seen OAuth. */
import { abstractFlow } from './concepts/abstract-flow.ts'
import { channels } from './concepts/channels.ts'
import { clients } from './concepts/clients.ts'
import type { Concept } from './concepts/concept.ts'
import { cookies } from './concepts/cookies.ts'
import { login } from './concepts/login.ts'
import { roles } from './concepts/roles.ts'
import { scopes } from './concepts/scopes.ts'
import { tokens } from './concepts/tokens.ts'
import { valetKey } from './concepts/valet-key.ts'
import { versions } from './concepts/versions.ts'

export const CONCEPTS = [
  valetKey,
  roles,
  abstractFlow,
  scopes,
  login,
  tokens,
  channels,
  clients,
  versions,
  cookies,
] as const satisfies readonly Concept[]

export function findConcept(id: string): Concept | undefined {
  return CONCEPTS.find((concept) => concept.id === id)
}

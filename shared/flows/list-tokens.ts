import type { Check, ShownStep } from '#shared/flows/flow.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'
import type { EntryContext } from '#shared/teach/contexts.ts'

import { type HashWanted, listHashes } from './hash-steps.ts'
import { decodeJwt, type DecodedJwt } from '#shared/tokens/decode-jwt.ts'

export interface TokenView {
  readonly name: string
  readonly text: string
  readonly isSecret: boolean
  /** The title of the step that brought it. */
  readonly from: string
  readonly jwt: DecodedJwt | undefined
  readonly context: EntryContext | undefined
  /** What it vouches for, where it is an ID token. */
  readonly hashes: readonly HashWanted[]
  /** As the application has checked it. */
  readonly signature: Check | undefined
}

/** Opaque ones are known by their names, the others by what they are. */
const NAMES: readonly string[] = [
  'access_token',
  'id_token',
  'refresh_token',
  'code',
  'device_code',
  'auth_req_id',
  'request_uri',
]

const CONTEXTS: Readonly<Record<string, EntryContext>> = {
  access_token: 'access token',
  id_token: 'ID token',
  logout_token: 'logout token',
  client_assertion: 'client assertion',
  assertion: 'assertion',
  request: 'request object',
  response: 'signed authorization response',
}

/** Every token that the run knows, the newest first. */
export function listTokens(run: Pick<FlowRun, 'known' | 'steps'>, steps: readonly ShownStep[]): readonly TokenView[] {
  const order = new Map(steps.map(({ id }, index) => [id, index]))
  return Object.entries(run.known)
    .flatMap(([name, { value, secret = false, from }]) => {
      if (typeof value !== 'string') return []
      const jwt = decodeJwt(value)
      if (jwt === undefined && !NAMES.includes(name)) return []
      const title = steps.find(({ id }) => id === from)?.title ?? from
      const view: TokenView = {
        name,
        text: value,
        isSecret: secret,
        from: title,
        jwt,
        context: contextOf(name, jwt),
        hashes:
          name === 'id_token' && jwt !== undefined
            ? listHashes(
                jwt,
                run.steps.find(({ id }) => id === from),
              )
            : [],
        signature: name === 'id_token' ? findSignature(run) : undefined,
      }
      return [{ view, at: order.get(from) ?? -1 }]
    })
    .toSorted((one, other) => other.at - one.at || rank(one.view) - rank(other.view))
    .map(({ view }) => view)
}

function rank({ name }: TokenView): number {
  const at = NAMES.indexOf(name)
  return at === -1 ? NAMES.length : at
}

function contextOf(name: string, jwt: DecodedJwt | undefined): EntryContext | undefined {
  if (jwt?.header['typ'] === 'dpop+jwt') return 'DPoP proof'
  return CONTEXTS[name]
}

/** The last time that one was checked. */
function findSignature({ steps }: Pick<FlowRun, 'steps'>): Check | undefined {
  return steps.flatMap(({ checks }) => checks).findLast(({ id }) => id === 'signature')
}

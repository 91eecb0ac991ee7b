/** What an ID token vouches for by their hashes (OpenID Connect Core sections 3.1.3.6 and 3.3.2.11). */
import { core, fapi } from '../teach/specs.ts'
import { checkEqual, skipCheck } from './checks.ts'
import type { Check, Context, JsonObject } from './flow.ts'
import { show } from './known.ts'

export interface IdTokenPlace {
  /** A token that came with it, which `at_hash` vouches for. */
  readonly access_token?: string | undefined
  readonly code?: string | undefined
  readonly state?: string | undefined
  /** As it was sent; undefined where none was. */
  readonly nonce?: string | undefined
  /** Through the browser, where the hashes are not optional. */
  readonly isFrontChannel?: boolean | undefined
}

export function checkHashes(
  context: Context,
  claims: JsonObject,
  alg: string,
  place: IdTokenPlace,
): Promise<readonly Check[]> {
  const spec = place.isFrontChannel === true ? core('3.3.2.11') : core('3.1.3.6')
  const rows = [
    { name: 'at_hash', of: 'access_token', text: place.access_token, isRequired: place.isFrontChannel, spec },
    { name: 'c_hash', of: 'code', text: place.code, isRequired: place.isFrontChannel, spec },
    { name: 's_hash', of: 'state', text: place.state, isRequired: false, spec: fapi('5.1') },
  ]
  const relevant = rows.filter(({ text, name }) => text !== undefined || claims[name] !== undefined)
  return Promise.all(
    relevant.map(async ({ name, of, text, isRequired, spec }) => {
      const comparison = {
        id: name,
        title: `${name} is the hash of the ${of === 'access_token' ? 'access token' : of}`,
        spec,
        otherwise: `The ${of} beside this ID token is not the one it was made with: somebody has put in another.`,
      }
      const found = show(claims[name])
      if (text === undefined) return skipCheck(comparison, `No ${of} came with this token.`)
      if (found === undefined && isRequired !== true) return skipCheck(comparison, 'It is optional here, and left out.')
      return checkEqual(comparison, await context.tools.halfHash(text, alg), found)
    }),
  )
}

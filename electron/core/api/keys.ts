import type { KeyView } from '#shared/contract/calls/keys.ts'
import type { Jwk, SigningKey } from '#shared/model/key.ts'

import { signWithKey } from '../issuer/signing/keys.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { conflict, notFound } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { buildKey } from './keys/build-key.ts'
import { countUsage } from './keys/count-usage.ts'
import { previewDeed } from './keys/preview-deed.ts'
import { createForgeries } from './tokens/forgeries.ts'
import { assertVersion, versionOf } from './version.ts'

export function keyHandlers({ store, issuer, recorder }: ApiDependencies): Handlers<'keys'> {
  const forgeries = createForgeries(store.records)
  const listParts = { store, recorder, isRevoked: issuer.isRevoked, findMark: forgeries.find }

  function find(kid: string): SigningKey {
    const key = store.keys.get(kid)
    if (key === undefined) throw notFound('key', kid, 'It may have been dropped; list the keys to see which there are.')
    return key
  }

  async function rotate(alg: SigningKey['alg']): Promise<SigningKey> {
    const failedBefore = store.failedCommits
    const key = await issuer.rotateKey(alg)
    await store.durable(failedBefore)
    return key
  }

  return {
    'keys.list': () => ({ items: store.keys.list().map(showKey) }),
    'keys.get': ({ kid }) => versionedKey(find(kid)),
    'keys.create': async ({ key: wanted }) => {
      const key = await buildKey(store, wanted, 'key')
      await commit(store, () => (key.state === 'active' ? signWithKey(store, key) : store.keys.put(key)))
      return versionedKey(find(key.kid))
    },
    'keys.activate': async ({ kid, ifVersion }) => {
      await commit(store, () => {
        const key = find(kid)
        assertVersion(ifVersion, key)
        if (key.state === 'retiring') signWithKey(store, key)
      })
      return versionedKey(find(kid))
    },
    'keys.preview': ({ deed }) => previewDeed(store, deed, find),
    'keys.usage': () =>
      countUsage(
        listParts,
        store.keys.list().map(({ kid }) => kid),
      ),
    'keys.rotate': async ({ rotation }) => versionedKey(await rotate(rotation.alg)),
    'keys.retire': async ({ kid, ifVersion }) => {
      const key = find(kid)
      assertVersion(ifVersion, key)
      // An issuer without a key for an algorithm cannot serve those who ask for it, so another takes over.
      if (key.state === 'active') await rotate(key.alg)
      return versionedKey(find(kid))
    },
    'keys.remove': ({ kid, ifVersion }) =>
      commit(store, () => {
        const key = find(kid)
        assertVersion(ifVersion, key)
        if (key.state === 'active') {
          throw conflict('This key signs. Retire it first: another one then takes over, and this one may go.')
        }
        store.keys.remove(kid)
        return {
          ...(key.retiresAt !== undefined && { refusedUntil: key.retiresAt }),
          refused: `Every ${key.alg} token that this key has signed, ID tokens among them; clients that still hold one have to get a new one.`,
        }
      }),
  }
}

function versionedKey(key: SigningKey): { version: string; value: KeyView } {
  return { version: versionOf(key), value: showKey(key) }
}

const PUBLIC_MEMBERS = ['kty', 'kid', 'alg', 'use', 'n', 'e', 'crv', 'x', 'y'] as const

function showKey({ kid, alg, state, createdAt, retiresAt, jwk }: SigningKey): KeyView {
  return { kid, alg, state, createdAt, ...(retiresAt !== undefined && { retiresAt }), jwk: publicPart(jwk) }
}

/** Named one by one, so that a member that nobody thought of stays inside. */
function publicPart(jwk: Jwk): KeyView['jwk'] {
  const members = PUBLIC_MEMBERS.filter((member) => jwk[member] !== undefined).map((member) => [member, jwk[member]])
  return { ...Object.fromEntries(members), kty: jwk.kty }
}

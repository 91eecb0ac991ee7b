/** What a deed would change for whoever verifies tokens of this issuer: its key set, and which tokens stay good. */
import type { KeyDeed, KeyPreview } from '#shared/contract/calls/keys.ts'
import type { Jwk, SigningAlg, SigningKey } from '#shared/model/key.ts'

import { publishedKeys, withoutPrivateMembers } from '../../issuer/signing/keys.ts'
import type { Store } from '../../store/store.ts'
import { buildKey } from './build-key.ts'

export async function previewDeed(store: Store, deed: KeyDeed, find: (kid: string) => SigningKey): Promise<KeyPreview> {
  const published = publishedKeys(store).map(showPublic)
  const build = (effects: readonly string[], after: readonly Jwk[], isPossible = true) => ({
    before: { keys: published },
    after: { keys: [...after] },
    effects: [...effects],
    isPossible,
  })

  switch (deed.do) {
    case 'rotate':
      return build(explainNewSigner(store, deed.alg, 'A new key'), inFront(published, toBeMade(deed.alg)))
    case 'create': {
      // Read and checked for real: what is wrong with it is said now.
      const key = await buildKey(store, deed.key, 'deed.key')
      const shown = deed.key.private_key === undefined ? toBeMade(key.alg, deed.key.kid) : showPublic(key)
      return key.state === 'active'
        ? build(explainNewSigner(store, key.alg, 'The new key'), inFront(published, shown))
        : build(PUBLISHED_ONLY, [...published, shown])
    }
    case 'activate': {
      const key = find(deed.kid)
      if (key.state === 'active') return build(['It signs already.'], published, false)
      const others = published.filter(({ kid }) => kid !== key.kid)
      return build(explainNewSigner(store, key.alg, 'This key'), inFront(others, showPublic(key)))
    }
    case 'retire': {
      const key = find(deed.kid)
      if (key.state === 'retiring') return build(['It signs nothing already.'], published, false)
      const next = 'An issuer without a key cannot serve who asks for this algorithm, so a new one is made.'
      return build([next, ...explainNewSigner(store, key.alg, 'That one')], inFront(published, toBeMade(key.alg)))
    }
    case 'remove': {
      const key = find(deed.kid)
      const rest = published.filter(({ kid }) => kid !== key.kid)
      if (key.state === 'active') {
        return build(['It signs. Retire it first: another one then takes over, and this one may go.'], rest, false)
      }
      return build(explainRemoval(key), rest)
    }
  }
}

const PUBLISHED_ONLY = [
  'It is published beside the others and signs nothing yet, so that whoever keeps a copy of the key set knows it before it is used.',
  'Tokens that were given stay good.',
]

function explainNewSigner(store: Store, alg: SigningAlg, subject: string): readonly string[] {
  const old = store.keys.list().filter((key) => key.alg === alg && key.state === 'active')
  return [
    `${subject} signs every ${alg} token from now on.`,
    ...(old.length > 0
      ? [
          'The one before stays published until the last token that it signed has expired: tokens that were given stay good.',
        ]
      : []),
    'Who keeps a copy of the key set has to read it again when a token names a kid that is not in it; one that never does refuses new tokens.',
  ]
}

function explainRemoval({ alg }: SigningKey): readonly string[] {
  return [
    `Every ${alg} token that it has signed stops verifying, ID tokens among them, however long it was to be good.`,
    'Clients that still hold one have to get a new one; who keeps a copy of the key set may go on accepting it.',
    'ID tokens that it signed are no hints any more for silent sign-in and logout.',
  ]
}

function inFront(keys: readonly Jwk[], key: Jwk): readonly Jwk[] {
  return [key, ...keys]
}

/** What it will be, as far as that can be known. */
function toBeMade(alg: SigningAlg, kid = 'made anew'): Jwk {
  return { ...KINDS[alg], kid, alg, use: 'sig' }
}

const KINDS: Readonly<Record<SigningAlg, Jwk>> = {
  RS256: { kty: 'RSA' },
  PS256: { kty: 'RSA' },
  ES256: { kty: 'EC', crv: 'P-256' },
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
}

function showPublic({ jwk }: SigningKey): Jwk {
  return withoutPrivateMembers(jwk)
}

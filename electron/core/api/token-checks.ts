import { publishedKeys } from '../issuer/signing/keys.ts'
import type { ApiDependencies } from './dependencies.ts'
import type { Handlers } from './handlers.ts'
import { decryptToken } from './token-checks/decrypt-token.ts'
import { loadKeys } from './token-checks/load-keys.ts'
import { verifyToken } from './token-checks/verify-token.ts'

export function tokenCheckHandlers({ store, address }: ApiDependencies): Handlers<'tokens.verify' | 'tokens.decrypt'> {
  return {
    'tokens.verify': ({ verification }) =>
      verifyToken(verification, (keys) => loadKeys(keys, { address, keys: publishedKeys(store) })),
    'tokens.decrypt': ({ decryption }) => decryptToken(decryption),
  }
}

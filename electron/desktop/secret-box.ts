import { safeStorage } from 'electron'

import type { SecretBox } from '../core/create-core.ts'

/** The system's keychain: what it seals only this user of this machine can open. */
export function createSecretBox(): SecretBox {
  return {
    isAvailable: () => safeStorage.isEncryptionAvailable() && !isInTheOpen(),
    seal: (text) => safeStorage.encryptString(text),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
  }
}

/** A Linux desktop without a keychain encrypts with a password that is the same everywhere. */
function isInTheOpen(): boolean {
  return process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
}

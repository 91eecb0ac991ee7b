import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { paths } from '../paths.ts'
import { settings } from '../settings.ts'
import { strict } from '../strict.ts'
import { app } from './app.ts'

const CIPHER = 'aes-256-gcm'
const PREFIX = 'v11'
const [IV, TAG] = [12, 16]

/** The keychain of this person, which outlives the program. */
function keyOf(): Buffer {
  const file = join(paths.get('home'), 'stand-in-keychain')
  if (existsSync(file)) return readFileSync(file)
  const key = randomBytes(32)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, key)
  return key
}

function assertReady(): void {
  if (!app.isReady()) throw new Error('safeStorage cannot be used before app is ready')
}

export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable: () => app.isReady(),
  getSelectedStorageBackend: () => (settings.keychain === false ? 'basic_text' : 'gnome_libsecret'),
  encryptString(text: string) {
    assertReady()
    const iv = randomBytes(IV)
    const cipher = createCipheriv(CIPHER, keyOf(), iv)
    return Buffer.concat([Buffer.from(PREFIX), iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  },
  decryptString(sealed: Buffer) {
    assertReady()
    const bytes = sealed.subarray(PREFIX.length)
    const decipher = createDecipheriv(CIPHER, keyOf(), bytes.subarray(0, IV))
    decipher.setAuthTag(bytes.subarray(-TAG))
    return decipher.update(bytes.subarray(IV, -TAG), undefined, 'utf8') + decipher.final('utf8')
  },
})

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** Of five bits each: the 160 that RFC 4226 section 4 recommends. */
const CHARACTERS = 32

/** The secret of a second factor, in base32 (RFC 4648 section 6). */
export function makeSecret(): string {
  return [...crypto.getRandomValues(new Uint8Array(CHARACTERS))].map((byte) => ALPHABET[byte % 32]).join('')
}

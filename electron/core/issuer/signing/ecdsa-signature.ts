const SEQUENCE = 0x30
const INTEGER = 0x02
/** Bytes of r and of s on P-256. */
const SIZE = 32

/**
 * From the DER that OpenSSL makes (RFC 3279 section 2.2.3) to the r and s of JWS (RFC 7518 section 3.4). Node would do it
 * too, for as long as the signing itself takes.
 */
export function toJoseSignature(der: Buffer): Buffer {
  if (der[0] !== SEQUENCE) throw new Error('an ECDSA signature is a sequence')
  const rLength = der[3] ?? 0
  const sAt = 4 + rLength
  const signature = Buffer.alloc(2 * SIZE)
  copyInteger(der, 2, signature, SIZE)
  copyInteger(der, sAt, signature, 2 * SIZE)
  return signature
}

/** DER leaves out leading zeros and puts one in front of a set first bit; here each number fills its bytes. */
function copyInteger(der: Buffer, at: number, target: Buffer, end: number): void {
  if (der[at] !== INTEGER) throw new Error('an ECDSA signature holds two integers')
  const length = der[at + 1] ?? 0
  const from = at + 2 + Math.max(0, length - SIZE)
  const to = at + 2 + length
  der.copy(target, end - (to - from), from, to)
}

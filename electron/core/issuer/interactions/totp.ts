import { createHmac, timingSafeEqual } from 'node:crypto'

const STEP = 30
const DIGITS = 6
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 6238 with the values that every authenticator app knows: SHA-1, six digits, thirty seconds. */
export function totpCode(secret: string, seconds: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / STEP)))
  const mac = createHmac('sha1', decodeBase32(secret)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

export function totpSecondsLeft(seconds: number): number {
  return STEP - (Math.floor(seconds) % STEP)
}

/** The step before and the step after count too, for clocks that differ and people who type slowly. */
export function checkTotp(secret: string, code: string, seconds: number): boolean {
  const given = Buffer.from(code.replaceAll(/\s/g, ''))
  return [-1, 0, 1]
    .map((steps) => Buffer.from(totpCode(secret, seconds + steps * STEP)))
    .map((expected) => expected.length === given.length && timingSafeEqual(expected, given))
    .includes(true)
}

function decodeBase32(secret: string): Buffer {
  const bits = [...secret.toUpperCase().replaceAll(/[\s=-]/g, '')]
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
}

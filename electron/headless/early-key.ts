import { generateKeyPair, type KeyPairKeyObjectResult } from 'node:crypto'
import { promisify } from 'node:util'

const generate = promisify(generateKeyPair)

/**
 * With `--ephemeral` every start makes its keys anew, and an RSA key takes about as long as the program takes to load.
 * Begun before it is loaded, it is made meanwhile on another processor.
 */
export function beginEarlyKey(args: readonly string[]): Promise<KeyPairKeyObjectResult> | undefined {
  return args.includes('--ephemeral') ? generate('rsa', { modulusLength: 2048 }) : undefined
}

import type { KeySource } from '#shared/contract/calls/token-checks.ts'

const SOURCES: Readonly<Record<KeySource['from'], string>> = {
  issuer: 'This issuer',
  address: 'An address',
  key: 'A key',
  secret: 'A secret',
}

export const TEXT = {
  signature: 'Signature',
  checking: 'Checking the signature',
  failed: 'The signature could not be checked',
  again: 'Try again',
  other: 'Keys',
  covers: 'Bytes covered',
  coversHint: 'Header and payload as they stand, with the dot between them',
  withKeys: 'Check it with',
  sources: SOURCES,
  address: 'Address of a key set, a discovery document or an issuer',
  fetch: 'Fetch the keys',
  key: 'Public key',
  keyHint: 'A JWK or a set of them, or PEM: a public key or a certificate.',
  secret: 'Secret',
  encoding: 'The secret is',
  encodings: { 'utf-8': 'text', base64url: 'base64url' },
  notChecked: 'Not checked',
  why: {
    secret: 'It takes the secret that both sides share.',
    foreign: (iss: string) => `It says that ${iss} made it. Fetch the keys from there, or paste one.`,
    key: 'Paste a key.',
    address: 'Say where the keys are.',
  },
} as const

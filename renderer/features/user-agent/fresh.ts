import type { Fresh } from './sign-in-address.ts'

/** Nobody redeems the code, so the verifier is made and forgotten. */
export async function makeFresh(): Promise<Fresh> {
  const verifier = randomText()
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return { state: randomText(), nonce: randomText(), code_challenge: base64url(new Uint8Array(digest)) }
}

function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

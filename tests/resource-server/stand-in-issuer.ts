import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'
import type { CryptoKey, JWK, JWTHeaderParameters, JWTPayload } from 'jose'

export const INTROSPECTION_CLIENT = { client_id: 'demo apis', client_secret: 's3cr:t/ü' }

interface IssuerKey {
  readonly kid: string
  readonly alg: string
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
}

/** The parts of an issuer that a resource server talks to, over real HTTP, with real keys. */
export interface StandInIssuer {
  readonly endpoint: string
  /** Signs whatever it is given; the header may be overridden. */
  sign(payload: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>
  /** Another key signs from now on; the one before is not published any more. */
  rotate(alg?: string): Promise<void>
  /** What introspection says about a token from now on. */
  know(token: string, claims: Record<string, unknown>): void
  /** Instead of an answer from now on: undefined for normal answers. */
  misbehave(handler: ((request: IncomingMessage, response: ServerResponse) => void) | undefined): void
  readonly introspections: () => readonly { authorization: string | undefined; body: string }[]
  close(): Promise<void>
}

export async function startStandInIssuer(): Promise<StandInIssuer> {
  let key = await makeKey('RS256')
  let handler: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
  const known = new Map<string, Record<string, unknown>>()
  const introspections: { authorization: string | undefined; body: string }[] = []

  const server = createServer((request, response) => {
    if (handler !== undefined) return handler(request, response)
    if (request.url === '/jwks') return answer(response, { keys: [key.publicJwk] })
    void readAll(request).then((body) => {
      introspections.push({ authorization: request.headers.authorization, body })
      const claims = known.get(new URLSearchParams(body).get('token') ?? '')
      answer(response, claims === undefined ? { active: false } : { active: true, ...claims })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    endpoint: `http://127.0.0.1:${port}`,
    sign: (payload, header = {}) =>
      new SignJWT(payload)
        .setProtectedHeader({ typ: 'at+jwt', alg: key.alg, kid: key.kid, ...header })
        .sign(key.privateKey),
    rotate: async (alg = 'RS256') => {
      key = await makeKey(alg)
    },
    know: (token, claims) => void known.set(token, claims),
    misbehave: (next) => {
      handler = next
    },
    introspections: () => introspections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

let keyCount = 0

async function makeKey(alg: string): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg)
  keyCount += 1
  const kid = `key-${keyCount}`
  return { kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }
}

function answer(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function readAll(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

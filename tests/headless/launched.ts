/** What the tests of the command share: starting it bare, and free ports, folders and files for it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export { COMMAND, type Ended, launch, type Launched, launchWith } from '../robustness/support/launch.ts'

export interface Folder extends Disposable {
  readonly path: string
  file(name: string, content: unknown): string
}

export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'valetkey-headless-'))
  return {
    path,
    file(name, content) {
      writeFileSync(join(path, name), typeof content === 'string' ? content : JSON.stringify(content))
      return join(path, name)
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}

export interface HeldPort extends AsyncDisposable {
  readonly port: number
}

/** Keeps a port busy, on both families where the machine has both. */
export async function holdPort(host = '127.0.0.1'): Promise<HeldPort> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    [Symbol.asyncDispose]: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

/** A port that was free a moment ago. */
export async function findFreePort(): Promise<number> {
  await using held = await holdPort()
  return held.port
}

export function hasIpv6(): Promise<boolean> {
  return holdPort('::1').then(
    async (held) => {
      await held[Symbol.asyncDispose]()
      return true
    },
    () => false,
  )
}

export interface ClientToken {
  readonly status: number
  readonly access_token?: string
}

/** Whether a client of the issuer gets a token, and which. */
export async function askForToken(
  issuer: string,
  client_id: string,
  client_secret: string,
  form: Readonly<Record<string, string>> = {},
): Promise<ClientToken> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

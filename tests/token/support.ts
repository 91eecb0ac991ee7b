/** The command `valetkey token` as a person or a script runs it, against an issuer that runs for the whole file. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll } from 'vitest'

import type { ConfigFile } from '#shared/contract/config.ts'

import { type Program, startProgram } from '../support/program.ts'

const COMMAND = fileURLToPath(new URL('../../out/headless/valetkey.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly ended: Promise<Ended>
  /** The first match in what it has written to standard error, as soon as it is there. */
  seen(pattern: RegExp): Promise<string>
}

export interface Terminal {
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
}

export function startToken(args: readonly string[], { env = {}, stdin = '' }: Terminal = {}): Running {
  const child = spawn(process.execPath, [COMMAND, 'token', ...args], { env: { ...process.env, ...env } })
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout.on('data', (chunk) => out.push(String(chunk)))
  child.stderr.on('data', (chunk) => err.push(String(chunk)))
  // A command that ends on its flags may be gone before it has read anything.
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    stdout: out.join(''),
    stderr: err.join(''),
  }))
  return {
    ended,
    async seen(pattern) {
      for (;;) {
        const found = pattern.exec(err.join(''))
        if (found) return found[1] ?? found[0]
        const next = await Promise.race([once(child.stderr, 'data'), ended])
        if ('code' in next) throw new Error(`it ended with ${next.code} before ${pattern} was seen: ${next.stderr}`)
      }
    },
  }
}

export interface TokenJson {
  readonly access_token: string
  readonly token_type: string
  readonly scope?: string
  readonly id_token?: string
  readonly refresh_token?: string
  readonly decoded?: Readonly<Record<'access_token' | 'id_token', { header: object; payload: object } | null>>
}

/** What it printed; throws when it printed anything else, or failed. */
export async function tokensOf(running: Running): Promise<TokenJson> {
  const { code, stdout, stderr } = await running.ended
  if (code !== 0) throw new Error(`it ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as TokenJson
}

export interface World {
  readonly url: string
  /** A file of the given content in a folder that is gone afterwards. */
  file(name: string, content: string): string
  start(args: readonly string[], terminal?: Terminal): Running
  run(args: readonly string[], terminal?: Terminal): Promise<Ended>
  tokens(args: readonly string[], terminal?: Terminal): Promise<TokenJson>
}

export function useIssuer(config: ConfigFile = {}): World {
  let program: Program | undefined
  const folder = mkdtempSync(join(tmpdir(), 'valetkey-token-'))
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  beforeAll(async () => {
    program = await startProgram('--config', file('valetkey.config.json', JSON.stringify(config)))
  })
  afterAll(async () => {
    await program?.[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })
  const url = () => program?.issuer ?? ''
  const start = (args: readonly string[], terminal?: Terminal) => startToken(['--issuer', url(), ...args], terminal)
  return {
    get url() {
      return url()
    },
    file,
    start,
    run: (args, terminal) => start(args, terminal).ended,
    tokens: (args, terminal) => tokensOf(start(args, terminal)),
  }
}
